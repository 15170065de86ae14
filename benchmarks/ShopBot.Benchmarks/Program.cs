using BenchmarkDotNet.Running;
using ShopBot.Benchmarks.Shopify;
using ShopBot.Benchmarks.Storage;

if (args is ["postgres", ..])
    await PostgresLoad.RunAsync();
else if (!FirstAnswer.TryRun(args))
    BenchmarkSwitcher.FromAssembly(typeof(FirstAnswer).Assembly).Run(args);
