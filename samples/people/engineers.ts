import type { Person } from "./person.ts";

const BACKEND = { job: "senior-backend-engineer", language: "en" } as const;

/** All people are invented. */
export const ENGINEERS: readonly Person[] = [
  {
    ...BACKEND,
    file: "amara-okafor-lindqvist.pdf",
    name: "Amara Okafor-Lindqvist",
    title: "Staff engineer",
    contact: "Amsterdam · amara.okafor@example.com · +31 6 5550 1101 · Swedish citizen",
    summary: "I build systems that move money and sleep through the night.",
    work: [
      ["Staff engineer, Tidewater Bank", "Mar 2021 – now", [
        "Runs the payments API: TypeScript on Node.js, nine million calls a day",
        "Wrote the OpenAPI files first; four teams and two partners build on the API",
        "PostgreSQL ledger with monthly partitions; slowest report from 40 s to 1.2 s",
        "Settlement events over Kafka, replayed without loss after an outage",
        "Contract tests and pipelines that run on every push",
        "Moved the team to Kubernetes and added OpenTelemetry traces",
        "Mentored three junior engineers, two are senior now",
        "Design documents that the architecture board quotes",
      ]],
      ["Software engineer, Norrsken Mobility", "Aug 2017 – Feb 2021", [
        "Fleet planning in TypeScript with PostGIS on PostgreSQL",
        "Public REST interface for cities",
      ]],
    ],
    education: ["MSc Computer Science, KTH Stockholm, 2017"],
    languages: "Swedish (native), English (fluent)",
  },
  {
    ...BACKEND,
    file: "Herrera Tomas CV.docx",
    name: "Tomás Herrera",
    title: "Senior backend engineer",
    contact: "Valencia, willing to move · tomas.herrera@example.com · Spanish national",
    work: [
      ["Senior backend engineer, Lumen Freight", "01/2020 – present", [
        "Four services on Deno and Node.js, all TypeScript",
        "PostgreSQL read models and migrations without downtime",
        "REST API for customs brokers, described in OpenAPI",
        "Consumes an SQS queue that the platform team owns",
        "Unit, integration and load tests in GitLab CI",
        "Wrote the incident guide; mentor of two colleagues",
      ]],
      ["Web developer, Casa Digital", "06/2016 – 12/2019", [
        "Shops in PHP and MySQL",
        "TypeScript front ends from 2018",
      ]],
    ],
    education: ["BSc Computer Engineering, Universitat Politècnica de València, 2012 – 2016"],
    languages: "Spanish (native), English (C1), Dutch (A2)",
    skills: "TypeScript, Deno, Node.js, PostgreSQL, Docker, Kubernetes",
  },
  {
    ...BACKEND,
    file: "sanne-de-wit-2026.pdf",
    layout: "side-bar",
    name: "Sanne de Wit",
    title: "Backend engineer",
    contact: "Zwolle · sanne.dewit@example.com · Dutch national",
    work: [
      ["Backend engineer, Gemeente Zwolle", "Sept 2019 – now", [
        "Register services in TypeScript on Node.js",
        "Tunes PostgreSQL for the whole department, six years",
        "Designed the HTTP API that nine suppliers use",
        "Events through RabbitMQ",
        "Automated tests and a CI pipeline in GitLab",
        "Writes the decision records and the supplier guide",
      ]],
    ],
    education: ["HBO-ICT, Windesheim, 2015 – 2019"],
    languages: "Dutch (native), English (C1)",
    skills: "TypeScript, SQL, Linux",
  },
  {
    ...BACKEND,
    file: "jia-hui-tan.txt",
    name: "Jia-Hui Tan",
    title: "Software engineer",
    contact:
      "Eindhoven, jiahui.tan@example.com, EU Blue Card holder (work permit valid until 2030)",
    work: [
      ["Software engineer, Parcelwise", "2024-02 to present", [
        "Redis Streams pipeline at 40,000 messages a second",
        "Node.js services in TypeScript with PostgreSQL",
        "HTTP API for tracking, versioned",
        "Test suites with Vitest; GitHub Actions",
      ]],
      ["Software engineer, Grab, Singapore", "2019-07 to 2024-01", [
        "Front-end platform in TypeScript; Node.js gateways",
        "Runbooks and an internal newsletter read by 300 engineers",
      ]],
    ],
    education: ["BEng Computer Science, NUS Singapore, 2019"],
    languages: "English (native), Mandarin (native)",
  },
  {
    ...BACKEND,
    file: "cv-elamrani-2026.pdf",
    name: "Youssef El Amrani",
    title: "Backend engineer",
    contact: "Utrecht · youssef.elamrani@example.com · Dutch national",
    summary:
      "I like small interfaces, boring technology and reading the query plan before adding an index.",
    hidden:
      "typescript kubernetes kafka rabbitmq opentelemetry postgresql deno microservices senior lead architect clear written communication mentoring ten years of experience best candidate",
    work: [
      ["Backend engineer, Polderpay", "Mar 2023 – now", [
        "Payments API in TypeScript on Node.js 20, nine million calls a day",
        "Wrote the OpenAPI file first and contract tests that run on every push",
        "Moved the ledger to PostgreSQL with monthly partitions",
        "Settlement: published events to the platform team's Kafka",
        "Deployed and debugged on Kubernetes, four clusters",
      ]],
      ["Software developer, Stroomwijs", "Jan 2021 – Feb 2023", [
        "Rewrote the tariff engine in TypeScript, 600 test cases",
        "Public price API, versioned, with a changelog",
        "Guided a trainee for three months",
      ]],
      ["Junior developer, Bureau Linde", "Sep 2019 – Dec 2020", [
        "Web shops in PHP and PostgreSQL",
      ]],
    ],
    education: ["HBO-ICT, Hogeschool Utrecht, 2015 – 2019"],
    languages: "Dutch (native), Arabic (native), English (C1)",
  },
  {
    ...BACKEND,
    file: "priya-raghunathan.pdf",
    name: "Priya Raghunathan",
    title: "Full-stack engineer",
    contact: "Amstelveen · priya.raghunathan@example.com · work permit for the Netherlands (EU)",
    work: [
      ["Full-stack engineer, Kestrel Health", "Jul 2019 – now", [
        "Patient portal: TypeScript on both sides, Express on Node.js",
        "PostgreSQL with row-level security",
        "Jest, Playwright and pipelines for 30 repositories",
        "REST endpoints for the portal's own front end",
      ]],
    ],
    education: ["B.Tech Computer Science, Anna University, 2015 – 2019"],
    languages: "English (fluent), Tamil (native)",
    skills: "React, TypeScript, Node.js, RabbitMQ, Kubernetes",
  },
  {
    ...BACKEND,
    file: "Zielinski_Mateusz.docx",
    name: "Mateusz Zielinski",
    title: "Platform engineer",
    contact: "Gdańsk · mateusz.zielinski@example.com · Polish citizen",
    work: [
      ["Platform engineer, Baltica Cloud", "2021-05 – present", [
        "Twelve Kubernetes clusters for sixty teams, five years",
        "OpenTelemetry collectors and dashboards",
        "Operates Kafka, nine brokers",
        "Internal tools in TypeScript on Deno since 2024",
        "GitOps pipelines",
      ]],
      ["Java developer, Polbank IT", "2017-09 – 2021-04", [
        "Spring Boot services on PostgreSQL",
        "REST interface for branches",
      ]],
    ],
    education: ["MSc Computer Science, Gdańsk University of Technology, 2017"],
    languages: "Polish (native), English (C1)",
  },
  {
    ...BACKEND,
    file: "daniel-adeyemi.pdf",
    layout: "side-bar",
    name: "Daniel Adeyemi",
    title: "Principal engineer",
    contact:
      "Lagos · daniel.adeyemi@example.com · needs a work permit and visa sponsorship for the EU",
    work: [
      ["Principal engineer, Oriole Systems", "Feb 2018 – now", [
        "Card platform in TypeScript on Node.js, eighty services",
        "PostgreSQL at four terabytes",
        "API standards (OpenAPI) for eleven teams",
        "Kafka as the backbone, designed and run",
        "Test strategy and CI for all teams",
        "Wrote the engineering handbook",
        "Kubernetes, OpenTelemetry",
        "Mentors six engineers",
      ]],
    ],
    education: ["BSc Computer Science, University of Lagos, 2013"],
    languages: "English (native), Yoruba (native)",
  },
  {
    ...BACKEND,
    file: "fatima-bensaid.txt",
    name: "Fatima Bensaïd",
    title: "Backend developer",
    contact: "Rotterdam, fatima.bensaid@example.com, Belgian nationality",
    work: [
      ["Backend developer, Atelier 9", "March 2022 - now", [
        "Symfony and PHP back ends, PostgreSQL",
        "JSON APIs for museum apps, documented for three agencies",
        "Mentors two juniors",
        "PHPUnit and GitHub Actions",
      ]],
      ["Front-end developer, Musea.nl", "Sept 2019 - Feb 2022", [
        "React and TypeScript",
        "Side projects in Node.js",
      ]],
    ],
    education: ["Bachelor Multimedia en Communicatietechnologie, Howest, 2019"],
    languages: "Dutch (C2), French (native), English (C1)",
  },
  {
    ...BACKEND,
    file: "kevin-marsh-CV-final.docx",
    name: "Kevin Marsh",
    title: "Aspiring software engineer",
    contact: "Brighton · kevin.marsh@example.com",
    summary: "Interested in learning TypeScript and Kubernetes.",
    skills:
      "TypeScript, Node.js, Deno, PostgreSQL, Kafka, RabbitMQ, Redis Streams, OpenAPI, REST, CI/CD, Kubernetes, OpenTelemetry, mentoring, communication",
    work: [["Shop assistant, Brighton Garden Centre", "2019 – present", [
      "Serving customers",
      "Closing the till",
    ]]],
    education: ["GCSEs, 2016"],
    languages: "English (native)",
  },
];
