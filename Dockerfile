# 溯账: the command `suzhang` with everything it needs, not run as root. Data lies in /data.
FROM node:24.21.0-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:24.21.0-slim
ENV NODE_ENV=production SUZHANG_DATA=/data SUZHANG_HOST=0.0.0.0 SUZHANG_PORT=3000
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY src src
COPY indexer indexer
COPY web web
COPY bin bin
COPY samples samples
# Empty volumes take their owner from these folders.
RUN mkdir -p /data /keys/search /keys/index && chown -R node:node /data /keys
# The user `node` of the image, by number: orchestrators that refuse root read no names.
USER 1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/suzhang.ts"]
CMD ["start"]
