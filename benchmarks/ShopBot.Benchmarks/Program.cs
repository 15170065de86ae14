using BenchmarkDotNet.Running;
using ShopBot.Benchmarks.Shopify;

if (!FirstAnswer.TryRun(args))
    BenchmarkSwitcher.FromAssembly(typeof(FirstAnswer).Assembly).Run(args);
