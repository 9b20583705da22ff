# One image for both services: the Prefect server with its UI, and the Dragoman runner.
FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PATH=/opt/venv/bin:$PATH
RUN python3 -m venv /opt/venv
WORKDIR /app
# The lock alone first: what it names changes seldom, and this is the layer that takes minutes.
COPY requirements.lock ./
RUN pip install --no-deps --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY schemas ./schemas
COPY transforms ./transforms
COPY warehouse ./warehouse
COPY flows ./flows
# Editable, as `make setup` does: the packages read their data files from beside themselves.
RUN pip install --no-deps --no-build-isolation --editable . \
 && python -m flows.gazetteer

FROM python:3.11-slim-bookworm
RUN groupadd --gid 10001 dragoman \
 && useradd --uid 10001 --gid dragoman --create-home --home-dir /home/dragoman dragoman \
 && mkdir -p /inbox /data /prefect \
 && chown dragoman:dragoman /inbox /data /prefect
COPY --from=build /opt/venv /opt/venv
COPY --from=build /app /app
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    DRAGOMAN_HOME=/data \
    PREFECT_HOME=/prefect \
    PREFECT_UI_STATIC_DIRECTORY=/prefect/ui
WORKDIR /app
USER 10001:10001
CMD ["dragoman", "serve"]
