using BenchmarkDotNet.Running;
using ShopBot.Benchmarks.Shopify;
using ShopBot.Benchmarks.Storage;
using ShopBot.Benchmarks.WhatsApp;

if (args is ["postgres", ..])
    await PostgresLoad.RunAsync();
else if (args is ["sqlite", ..])
    await SqliteLoad.RunAsync();
else if (!FirstAnswer.TryRun(args) && !Turns.TryRun(args))
    BenchmarkSwitcher.FromAssembly(typeof(FirstAnswer).Assembly).Run(args);
