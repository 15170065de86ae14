using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Storage;
using Shopify.Client;

namespace ShopBot.Shopify.Pacing;

/// <summary>
/// Query-cost points counted over all hosts. In this process callers stand in line per shop, interactive ones first; only the first in line asks the shared
/// counters, so that a refusal does not turn into a rush.
/// </summary>
internal sealed class SharedCostBudget(ICounterStore counters, IOptions<ShopifyClientOptions> options, TimeProvider time) : IShopifyCostBudget
{
    private const string Points = "points";
    private const double BackgroundShare = 0.2;

    // Before the first report: half of the smallest plan's bucket, at half of its rate.
    private static readonly CounterLimit Assumed = CounterLimit.Bucket(1000, 50);
    private static readonly CounterLimit Unmetered = CounterLimit.Bucket(1_000_000_000, 1_000_000_000);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private readonly ConcurrentDictionary<ShopifyCostBucket, CostLine> _lines = new();

    public async ValueTask<ShopifyCostReservation> ReserveAsync(ShopifyCostRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var line = _lines.GetOrAdd(request.Bucket, static _ => new CostLine());
        var place = line.Join(request, options.Value.MaxQueuedCalls) ?? throw Refusal(request, "too many calls wait for query-cost points already", LongestWait);
        var began = time.GetTimestamp();
        try
        {
            await place.IsFirst.WaitAsync(request.MaxWait > TimeSpan.Zero ? request.MaxWait : ShortestWait, time, cancellationToken).ConfigureAwait(false);
            while (true)
            {
                var answer = await counters.TakeAsync(GroupOf(request.Bucket), [DemandOf(request)], cancellationToken).ConfigureAwait(false);
                if (answer.IsTaken)
                    return new MarkedPoints(request, answer.Mark);
                if (answer.RetryAfter > request.MaxWait - time.GetElapsedTime(began))
                    throw Refusal(request, "the wait for query-cost points would be too long", answer.RetryAfter);
                // Points come back early when others settle for less than they took.
                var wait = answer.RetryAfter < ShortestWait ? ShortestWait : answer.RetryAfter > LongestWait ? LongestWait : answer.RetryAfter;
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (TimeoutException)
        {
            throw Refusal(request, "query-cost points did not come in time", TimeSpan.FromSeconds(1));
        }
        finally
        {
            line.Leave(place);
        }
    }

    public async ValueTask SettleAsync(ShopifyCostReservation reservation, ShopifyCostOutcome outcome, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        var group = GroupOf(reservation.Bucket);
        if (outcome.Pause > TimeSpan.Zero)
            await counters.PauseAsync(group, Points, outcome.Pause, cancellationToken).ConfigureAwait(false);
        if (reservation.Bucket.Api != ShopifyApi.Admin)
            return;
        CounterReport? report = outcome.Status is { MaximumAvailable: > 0, RestoreRate: > 0 } status && double.IsFinite(status.CurrentlyAvailable)
            ? new CounterReport(status.MaximumAvailable, status.RestoreRate, status.CurrentlyAvailable)
            : null;
        await counters.SettleAsync(
            group, new CounterSettlement(Points, reservation.Points, outcome.Spent) { Report = report, Mark = (reservation as MarkedPoints)?.Mark }, cancellationToken).ConfigureAwait(false);
    }

    // The Storefront API reports no bucket; there only pauses hold callers back.
    private static CounterDemand DemandOf(ShopifyCostRequest request) => request.Bucket.Api != ShopifyApi.Admin
        ? new CounterDemand(Points, Unmetered, 0)
        : new CounterDemand(Points, Assumed, request.Points)
        {
            WillSettle = true,
            LeaveShare = request.Priority == ShopifyCallPriority.Background ? BackgroundShare : 0,
        };

    private static string GroupOf(ShopifyCostBucket bucket) => $"shopify:{bucket.Api}:{bucket.AppId}:{bucket.Shop.Value}";

    private static ShopifyThrottledException Refusal(ShopifyCostRequest request, string what, TimeSpan wait) =>
        new($"A call to {request.Bucket.Shop} was held back: {what}.") { Shop = request.Bucket.Shop, OperationName = "Pacing", RetryAfter = wait };

    private sealed class MarkedPoints(ShopifyCostRequest request, double? mark) : ShopifyCostReservation(request.Bucket, request.Points)
    {
        public double? Mark => mark;
    }
}
