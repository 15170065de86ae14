using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace ShopBot.LoadTest.Reporting;

/// <summary>Tables for people, JSON for machines.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Show(IAnsiConsole console, RunResult result)
    {
        var table = new Table().Title(result.Name).AddColumns("", "").HideHeaders();
        Add("replies per second", $"{result.RepliesPerSecond:N1} over {result.Seconds:N0} s");
        Add("webhook POSTs / events per second", $"{result.WebhooksPerSecond:N0} / {result.EventsPerSecond:N0}");
        Add("reply, ms", Text(result.Reply));
        Add("acknowledgement, ms", Text(result.Acknowledgement));
        Add("message processing p99, ms", Number(result.ProcessingP99));
        Add("storage call mean / p99, ms", $"{Number(result.StorageMillisecondsPerTurn)} / {Number(result.StorageCallP99)}");
        Add("storage calls per reply", Number(result.StorageCallsPerReply));
        Add("items per append / commit", $"{Number(result.AppendGroup)} / {Number(result.CommitGroup)}");
        Add("cache hit rate", result.CacheHitRate.ToString("P1", CultureInfo.InvariantCulture));
        Add("Shopify calls per reply", Number(result.ShopifyCallsPerReply));
        Add("fsync before / after, us", $"{Number(result.FsyncBefore)} / {Number(result.FsyncAfter)}");
        if (result.WebhookFailures + result.Late > 0)
            Add("webhooks refused / messages late", $"{result.WebhookFailures:N0} / {result.Late:N0}");
        foreach (var (name, use) in result.Processes)
            Add(name, string.Create(CultureInfo.InvariantCulture, $"{use.Cores:F2} cores, {use.MicrosecondsPerReply:F0} us per reply, {use.Megabytes:F0} MiB"));
        foreach (var note in result.Notes)
            Add("fault", note);
        if (result.Visits is { } visits)
        {
            Add("pages, ms", Text(visits.Pages));
            Add("API routes, ms", Text(visits.Api));
            foreach (var (route, latency) in visits.Routes.OrderByDescending(entry => entry.Value.P99).Take(4))
                Add("slowest routes, ms", $"{route}: {Text(latency)}");
            foreach (var (what, count) in visits.Wrong)
                Add("wrong answers", $"{what}, {count} times");
        }

        foreach (var line in result.Growth?.Lines() ?? [])
            Add("growth", line);
        Add("ledger", Text(result.Ledger));
        console.Write(table);
        foreach (var oddity in result.Ledger.Oddities.Take(10))
            console.WriteLine("  " + oddity);

        void Add(string name, string value) => table.AddRow(Markup.Escape(name), Markup.Escape(value));
    }

    public static string Text(LedgerResult ledger) =>
        $"{ledger.Sent:N0} sent, {ledger.Right:N0} right; lost {ledger.Lost}, doubled {ledger.Doubled} (flagged {ledger.FlaggedResends}), out of order {ledger.OutOfOrder}, wrong store {ledger.WrongStore}, wrong effect {ledger.WrongEffect}; apologies {ledger.Apologies}, other {ledger.Unexpected}";

    public static async Task KeepAsync(LoadOptions options, object result)
    {
        var json = JsonSerializer.Serialize(result, Indented);
        if (options.Json)
            Console.WriteLine(json);
        if (options.Out is { } file)
            await File.WriteAllTextAsync(file, json);
    }

    private static string Text(Latency latency) => string.Create(CultureInfo.InvariantCulture, $"p50 {latency.P50}, p95 {latency.P95}, p99 {latency.P99}, max {latency.Max}");

    private static string Number(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
