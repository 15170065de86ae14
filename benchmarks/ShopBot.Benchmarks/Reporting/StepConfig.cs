using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using Perfolizer.Horology;
using Perfolizer.Metrology;

namespace ShopBot.Benchmarks.Reporting;

/// <summary>What BenchmarkDotNet does by itself, Markdown among it, with microseconds and bytes everywhere and without the columns nobody reads.</summary>
internal sealed class StepConfig : ManualConfig
{
    public StepConfig()
    {
        Add(DefaultConfig.Instance);
        WithSummaryStyle(SummaryStyle.Default.WithTimeUnit(TimeUnit.Microsecond).WithSizeUnit(SizeUnit.B));
        HideColumns(Column.Gen0, Column.Gen1, Column.Gen2, Column.RatioSD, Column.Median);
    }
}
