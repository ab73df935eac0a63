import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { Command, CommanderError, Option } from "commander";
import { Problem } from "../models/problem.ts";
import { type Language, text as message } from "../models/text.ts";
import { readEnvironment } from "../src/config.ts";
import type { CommandContext, CommandSpec, Options } from "./commands/command.ts";
import { COMMANDS, GROUPS } from "./commands/commands.ts";
import { checkValues } from "./commands/values.ts";
import { type Console, print, printFailure } from "./console.ts";
import { EXIT, exitCodeOf } from "./exit.ts";
import type { Terminal } from "./output.ts";
import { showProgress } from "./progress.ts";

/** Runs the command line and resolves to its exit code. The only place that reads the clock for commands. */
export async function runCli(argv: readonly string[], signal: AbortSignal, terminal: Terminal): Promise<number> {
  const environment = readEnvironment();
  const language: Language =
    argv.includes("--lang=en") || argv[argv.indexOf("--lang") + 1] === "en" ? "en" : environment.language;
  let exitCode: number = EXIT.done;
  const program = buildProgram(language, terminal, async (spec, args, options) => {
    exitCode = await runCommand(spec, args, options, { environment, language, signal, terminal });
  });
  try {
    await program.parseAsync(argv, { from: "user" });
    return exitCode;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    if (error.code === "commander.help") return EXIT.usage; // no command: the help has been shown
    printFailure(consoleFor(terminal, language, argv.includes("--json")), usageProblem(error));
    return EXIT.usage;
  }
}

const consoleFor = ({ out, error }: Terminal, language: Language, json: boolean): Console => ({
  ...{ language, json },
  write: (line) => void out.write(`${line}\n`),
  writeError: (line) => void error.write(`${line}\n`),
});

/** Of the package this is part of; compiled, it lies one folder deeper. */
const VERSION: string = createRequire(import.meta.url)(
  import.meta.url.endsWith(".ts") ? "../package.json" : "../../package.json",
).version;

const TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法:",
  "Options:": "选项:",
  "Commands:": "命令:",
  "Arguments:": "参数:",
};

/** What commander found wrong, by its code, in words of ours; its own English sentence stands behind. */
function usageProblem(error: CommanderError): Problem {
  const zh = USAGE_WORDS[error.code] ?? "命令写法有误";
  const said = error.message.replace(/^error: /, "");
  return new Problem(
    "usage",
    "command-wrong",
    message(`${zh}（${said}）。`, `${said}.`),
    message("请查看 wengang --help 或 wengang 命令 --help。", "See wengang --help or wengang COMMAND --help."),
  );
}

const USAGE_WORDS: Readonly<Record<string, string>> = {
  "commander.unknownCommand": "没有这个命令",
  "commander.unknownOption": "没有这个选项",
  "commander.missingArgument": "缺少参数",
  "commander.optionMissingArgument": "选项缺少取值",
  "commander.excessArguments": "参数太多",
};

type Action = (spec: CommandSpec, args: readonly string[], options: Options) => Promise<void>;

function buildProgram(language: Language, { out }: Terminal, action: Action): Command {
  const zh = language === "zh";
  const program = new Command("wengang")
    .description(
      zh
        ? "稳岗预警：企业用工监测、评分、预警与月度报告"
        : "Wengang: headcounts in; scores, alerts and the monthly report out",
    )
    .version(VERSION, "-V, --version", zh ? "显示版本" : "show the version")
    .exitOverride()
    .enablePositionalOptions() // an option after "report list" is list's, though report has one of that name
    .configureOutput({ writeOut: (help) => void out.write(help), outputError: () => {} })
    .configureHelp({ styleTitle: (title) => (zh ? (TITLES[title] ?? title) : title) })
    .helpOption("-h, --help", zh ? "显示帮助" : "show help")
    .helpCommand("help [command]", zh ? "显示某个命令的帮助" : "show a command's help")
    .addHelpText("after", EXIT_HELP[language]);
  for (const spec of COMMANDS) {
    const command = groupOf(program, spec, language)
      .command(withoutGroup(spec.usage))
      .description(spec.summary[language])
      .helpOption("-h, --help", zh ? "显示帮助" : "show help")
      .exitOverride()
      .copyInheritedSettings(program);
    for (const [flags, description, fallback] of spec.options)
      command.addOption(option(flags, description[language], fallback));
    for (const [flags, description] of SHARED_OPTIONS) command.option(flags, description[language]);
    command.addHelpText(
      "after",
      `\n${zh ? "示例" : "Examples"}:\n${spec.examples.map((line) => `  $ ${line}`).join("\n")}`,
    );
    command.action(async (...given: unknown[]) => {
      const positional = given
        .slice(0, -2)
        .flat()
        .filter((arg): arg is string => typeof arg === "string");
      await action(spec, positional, given.at(-2) as Options);
    });
  }
  return program;
}

/** "alert close <number>" is the command close of the group alert. */
const GROUP = /^([a-z]+) (?=[a-z])/;
const withoutGroup = (usage: string): string => usage.replace(GROUP, "");

/** The command that commands of a group hang on, made when the first of them comes; the program itself for all others. */
function groupOf(program: Command, { usage }: CommandSpec, language: Language): Command {
  const name = GROUP.exec(usage)?.[1];
  if (name === undefined) return program;
  const known = program.commands.find((command) => command.name() === name);
  if (known) return known;
  return program
    .command(name)
    .description(GROUPS[name]?.[language] ?? name)
    .helpOption("-h, --help", language === "zh" ? "显示帮助" : "show help")
    .helpCommand(false)
    .exitOverride()
    .copyInheritedSettings(program);
}

const option = (flags: string, description: string, fallback: string | undefined): Option =>
  fallback === undefined ? new Option(flags, description) : new Option(flags, description).default(fallback);

const SHARED_OPTIONS = [
  [
    "--database <url>",
    { zh: "PostgreSQL 地址（默认使用内置数据库）", en: "PostgreSQL address (default: the embedded database)" },
  ],
  [
    "--data-dir <dir>",
    { zh: "内置数据库所在目录（默认 wengang-data）", en: "folder of the embedded database (default wengang-data)" },
  ],
  ["--profile <name>", { zh: "地区配置：wushan、kaunas", en: "profile of the place: wushan, kaunas" }],
  ["--json", { zh: "最后一行输出一个 JSON 对象", en: "make the last line of output one JSON object" }],
  ["--lang <zh|en>", { zh: "输出语言（默认中文）", en: "language of the output (default Chinese)" }],
] as const;

const EXIT_HELP: Readonly<Record<Language, string>> = {
  zh: `
退出码:
  0  完成                     1  意外错误
  2  命令或参数写错           3  数据文件有问题（已保留原件，未进入统计）
  4  数据库不可用或被占用     5  磁盘已满或不可写
  6  没有所需的数据           7  消息未送达
  130  被 Ctrl-C 中断`,
  en: `
Exit codes:
  0  done                                 1  unexpected error
  2  wrong command or option              3  a file was blocked (kept, but not counted)
  4  database unreachable or in use       5  disk full or not writable
  6  the data asked for is not there      7  a message was not delivered
  130  interrupted by Ctrl-C`,
};

interface Surroundings extends Pick<CommandContext, "environment" | "language" | "signal"> {
  readonly terminal: Terminal;
}

async function runCommand(
  spec: CommandSpec,
  args: readonly string[],
  options: Options,
  { environment, language, signal, terminal }: Surroundings,
): Promise<number> {
  const console = consoleFor(terminal, language, options.json === true);
  const context: CommandContext = {
    ...{ environment, language, signal },
    clock: Date.now,
    workers: availableParallelism(),
    progress: showProgress(terminal.error, Date.now),
    where: {
      database: text(options.database) ?? environment.database,
      dataDir: text(options.dataDir) ?? environment.dataDir ?? "wengang-data",
      profile: text(options.profile) ?? environment.profile,
    },
    say: (line) => console.write(line[language]),
  };
  try {
    checkValues(options);
    const answer = await spec.run(args, options, context);
    print(console, answer);
    return answer.exitCode ?? EXIT.done;
  } catch (error) {
    printFailure(console, error);
    return exitCodeOf(error);
  }
}

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
