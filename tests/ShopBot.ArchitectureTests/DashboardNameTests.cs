using System.Text.Json;
using System.Text.RegularExpressions;

namespace ShopBot.ArchitectureTests;

/// <summary>The dashboard and the alert rules ask only for what the engine reports, and the page lists all of it.</summary>
public sealed partial class DashboardNameTests
{
    private static readonly string Operations = Path.Combine(Repository.Root, "docs", "operations");

    [Fact]
    public void Every_metric_of_the_engine_is_on_the_page()
    {
        var page = File.ReadAllText(Path.Combine(Operations, "metrics.md"));

        Assert.NotEmpty(Reported());
        Assert.DoesNotContain(Reported(), name => !page.Contains($"`{name}`", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("grafana-dashboard.json")]
    [InlineData("alerts.yml")]
    public void Every_query_asks_for_a_metric_that_exists(string file)
    {
        var known = Reported().Select(name => name.Replace('.', '_')).Append("http_server_request_duration").ToList();
        var asked = ExportedName().Matches(File.ReadAllText(Path.Combine(Operations, file))).Select(match => match.Value).Distinct().ToList();

        Assert.NotEmpty(asked);
        Assert.DoesNotContain(asked, name => !known.Exists(metric => name.StartsWith(metric, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_dashboard_is_one_that_Grafana_reads()
    {
        using var dashboard = JsonDocument.Parse(File.ReadAllText(Path.Combine(Operations, "grafana-dashboard.json")));

        Assert.Equal("ShopBot", dashboard.RootElement.GetProperty("title").GetString());
        Assert.All(dashboard.RootElement.GetProperty("panels").EnumerateArray(), panel => Assert.NotEmpty(panel.GetProperty("targets").EnumerateArray()));
    }

    private static List<string> Reported() =>
        [.. Instrument().Matches(File.ReadAllText(Path.Combine(Repository.Root, "src", "ShopBot.Engine", "Diagnostics", "EngineMetrics.cs"))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("""meter\.Create\w+(?:<\w+>)?\("([a-z_.]+)""")]
    private static partial Regex Instrument();

    [GeneratedRegex("(?:shopbot|messaging|db_client|http_server)_[a-z_]+")]
    private static partial Regex ExportedName();
}
