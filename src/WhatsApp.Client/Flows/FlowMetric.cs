using System.Globalization;
using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// What was counted of a flow's endpoint.
/// See <see href="https://developers.facebook.com/docs/whatsapp/flows/reference/metrics_api">flow metrics</see>.
/// </summary>
/// <param name="Name">What was counted.</param>
/// <param name="Granularity"><c>DAY</c>, <c>HOUR</c> or <c>LIFETIME</c>.</param>
/// <param name="Points">One per day or hour, in the platform's order.</param>
public sealed record FlowMetric(FlowMetricName Name, string Granularity, IReadOnlyList<FlowMetricPoint> Points)
{
    internal static FlowMetric Read(JsonElement answer, FlowMetricName name, string granularity)
    {
        var metric = answer.Member("metric");
        return new FlowMetric(
            new FlowMetricName(metric.Text("name") ?? name.Value),
            metric.Text("granularity") ?? granularity,
            [.. metric.Items("data_points").Select(static point => new FlowMetricPoint(
                DateTimeOffset.TryParseExact(point.Text("timestamp"), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null,
                [.. point.Items("data").Select(static one => KeyValuePair.Create(one.Text("key") ?? "", Number(one)))]))]);
    }

    private static double Number(JsonElement one) =>
        double.TryParse(one.Text("value"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
