using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Throttling;

/// <summary>Answers GraphQL requests under a simulated bucket, on the clock of the test. The variables say what a call asks for and takes.</summary>
internal sealed class SimulatedShop(SteppedTime time, SimulatedBucket bucket, Func<int, TimeSpan> latency) : HttpMessageHandler
{
    private int _requests;
    private int _inFlight;

    public int MaxInFlight { get; private set; }

    public ConcurrentQueue<int> RanInOrder { get; } = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var number = Interlocked.Increment(ref _requests);
        MaxInFlight = Math.Max(MaxInFlight, Interlocked.Increment(ref _inFlight));
        time.Touch();
        try
        {
            var variables = JsonElement.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)).GetProperty("variables");
            var (requested, actual) = (variables.GetProperty("requested").GetDouble(), variables.GetProperty("actual").GetDouble());
            // Half of the time on the way there, half on the way back.
            await Task.Delay(latency(number) / 2, time, cancellationToken);
            time.Touch();
            if (!bucket.TryTake(requested, out var available))
                return Answer("""{"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}],""", requested, null, available);
            RanInOrder.Enqueue(variables.GetProperty("number").GetInt32());
            available = bucket.Finish(requested, actual);
            await Task.Delay(latency(number) / 2, time, cancellationToken);
            return Answer("""{"data":{"shop":{"id":"1"}},""", requested, actual, available);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
            time.Touch();
        }
    }

    private static HttpResponseMessage Answer(string start, double requested, double? actual, double available) => new(HttpStatusCode.OK)
    {
        Content = new StringContent(string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {{start}}"extensions":{"cost":{"requestedQueryCost":{{requested}},"actualQueryCost":{{(object?)actual ?? "null"}},
             "throttleStatus":{"maximumAvailable":2000.0,"currentlyAvailable":{{Math.Floor(available)}},"restoreRate":100.0} } } }
            """)),
    };
}
