using BenchmarkDotNet.Running;
using ShopBot.Benchmarks.Reporting;
using ShopBot.Benchmarks.Shopify;
using ShopBot.Benchmarks.Storage;
using ShopBot.Benchmarks.WhatsApp;

// Without arguments: every benchmark, briefly, in this process.
string[] everything = ["--filter", "*", "--job", "short", "--inProcess"];

if (args is ["postgres", ..])
    await PostgresLoad.RunAsync();
else if (args is ["sqlite", ..])
    await SqliteLoad.RunAsync();
else if (!FirstAnswer.TryRun(args) && !Turns.TryRun(args))
    StepTable.Write(BenchmarkSwitcher.FromAssembly(typeof(FirstAnswer).Assembly).Run(args.Length > 0 ? args : everything, new StepConfig()));
