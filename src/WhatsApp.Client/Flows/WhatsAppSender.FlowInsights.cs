using System.Globalization;
using System.Runtime.CompilerServices;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Reads what the platform counted of a flow's endpoint.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/flows/reference/metrics_api">flow metrics</see>.
    /// </summary>
    /// <param name="flow">The flow.</param>
    /// <param name="name">What to count.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="granularity"><c>DAY</c>, <c>HOUR</c> or <c>LIFETIME</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<FlowMetric> GetFlowMetricAsync(
        FlowId flow, FlowMetricName name, DateOnly from, DateOnly to, string granularity = "DAY", CancellationToken cancellationToken = default)
    {
        var field = string.Create(
            CultureInfo.InvariantCulture, $"metric.name({Word(name.Value)}).granularity({Word(granularity)}).since({from:yyyy-MM-dd}).until({to:yyyy-MM-dd})");
        return ReadAsync(
            GraphCall.Get("flows.metric", $"{Segment(flow)}?fields={Uri.EscapeDataString(field)}"), answer => FlowMetric.Read(answer, name, granularity), cancellationToken);
    }

    /// <summary>Lists the files of a flow: its JSON, with an address to read it at.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async IAsyncEnumerable<FlowAsset> GetFlowAssetsAsync(FlowId flow, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var node in PagesAsync("flows.assets", $"{Segment(flow)}/assets", cancellationToken).ConfigureAwait(false))
            yield return new FlowAsset(node.Text("name") ?? "", node.Text("asset_type"), node.Address("download_url"));
    }
}
