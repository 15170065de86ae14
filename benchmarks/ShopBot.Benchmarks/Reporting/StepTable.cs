using System.Globalization;
using System.Text;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ShopBot.Benchmarks.Reporting;

/// <summary>One Markdown table over all that ran: each step beside its floor, as <c>steps.md</c> in the folder of the results.</summary>
internal static class StepTable
{
    private const string File = "steps.md";

    public static void Write(IEnumerable<Summary> summaries)
    {
        var ran = summaries.Where(static summary => summary.Reports.Length > 0).ToList();
        if (ran.Count == 0)
            return;
        var path = Path.Combine(ran[0].ResultsDirectoryPath, File);
        System.IO.File.WriteAllText(path, Table(ran));
        Console.WriteLine($"All steps beside their floors: {path}");
    }

    private static string Table(IEnumerable<Summary> summaries)
    {
        var table = new StringBuilder("| step | ours us | floor | floor us | ratio | ours B | floor B |\n| --- | ---: | --- | ---: | ---: | ---: | ---: |\n");
        foreach (var summary in summaries)
        {
            foreach (var group in summary.BenchmarksCases.GroupBy(summary.GetLogicalGroupKey))
            {
                if (group.FirstOrDefault(summary.IsBaseline) is not { } floor)
                    continue;
                foreach (var step in group.Where(step => step != floor))
                    Row(table, summary, step, floor);
            }
        }

        return table.ToString();
    }

    private static void Row(StringBuilder table, Summary summary, BenchmarkCase step, BenchmarkCase floor)
    {
        if (summary[step]?.ResultStatistics is not { } ours || summary[floor]?.ResultStatistics is not { } least)
            return;
        table.Append(
            CultureInfo.InvariantCulture,
            $"| {Name(step)} | {Microseconds(ours.Mean)} | {Name(floor)} | {Microseconds(least.Mean)} | {ours.Mean / least.Mean:F2} | {Bytes(summary, step)} | {Bytes(summary, floor)} |\n");
    }

    private static string Name(BenchmarkCase benchmark)
    {
        var name = benchmark.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
        return benchmark.HasParameters ? $"{name} ({string.Join(", ", benchmark.Parameters.Items.Select(static item => $"{item.Name}={item.Value}"))})" : name;
    }

    private static string Microseconds(double nanoseconds) => (nanoseconds / 1000).ToString(nanoseconds < 1_000 ? "F3" : nanoseconds < 100_000 ? "F2" : "F0", CultureInfo.InvariantCulture);

    private static string Bytes(Summary summary, BenchmarkCase benchmark) =>
        summary[benchmark]?.GcStats.GetBytesAllocatedPerOperation(benchmark) is { } bytes ? bytes.ToString("N0", CultureInfo.InvariantCulture) : "";
}
