using System.Runtime.CompilerServices;

namespace Shopify.Client;

/// <summary>One call to Shopify: waits for points, attempts, repeats where that is safe. It alone decides about time.</summary>
internal sealed class GraphQLPipeline(
    GraphQLSender sender, IShopifyCostBudget budget, RetryPolicy retry, ShopifyClientOptions options, TimeProvider time, ShopifyMetrics metrics, ShopifyLog log,
    VersionWatch versions)
{
    private readonly ConditionalWeakTable<ShopifyOperation, OperationCost> _costs = [];

    /// <returns>An answer whose body the caller releases.</returns>
    /// <exception cref="ShopifyException">There is no answer.</exception>
    public async Task<SentAnswer> SendAsync(GraphQLCall call, ShopState shop, CancellationToken cancellationToken)
    {
        var progress = new CallProgress(call, shop, _costs.GetValue(call.Operation, static operation => new OperationCost(operation.EstimatedCost)), time);
        while (true)
        {
            progress.Attempts++;
            TimeSpan pause;
            string errorType;
            try
            {
                var answer = await AttemptAsync(progress, cancellationToken).ConfigureAwait(false);
                if (!answer.Content.HasCode(ShopifyErrorCodes.InternalServerError)
                    || retry.WaitAfterInternalError(call.Operation.IsReplayable, progress.Faults + 1) is not { } wait)
                {
                    return answer;
                }

                answer.Body.Release();
                errorType = ShopifyErrorCodes.InternalServerError;
                pause = wait;
                progress.Faults++;
            }
            catch (ShopifyThrottledException failure) when (failure.Throttle is { } status && progress.MayWait(options.MaxPacingWait, status))
            {
                // The budget knows by now when there will be enough, and the call keeps its place.
                errorType = "throttled";
                pause = TimeSpan.Zero;
            }
            catch (ShopifyException failure) when (retry.WaitAfter(failure, call.Operation.IsReplayable, progress.Faults + 1) is { } wait)
            {
                errorType = ShopifyMetrics.ErrorType(failure);
                pause = wait;
                progress.Faults++;
            }

            metrics.Retried(call.Api, call.Operation.OperationName, errorType);
            log.Retrying(call.Operation.OperationName, progress.Attempts, pause, errorType);
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<SentAnswer> AttemptAsync(CallProgress progress, CancellationToken cancellationToken)
    {
        var (call, shop) = (progress.Call, progress.Shop);
        if (shop.Breaker.OpenFor is var open && open > TimeSpan.Zero)
            throw HttpFailure.CircuitOpen(call.Context(), open);
        var isCounted = call.Api == ShopifyApi.Admin;
        var door = isCounted ? await shop.Probes.EnterAsync(call.Operation, progress.Cost, cancellationToken).ConfigureAwait(false) : null;
        try
        {
            var reservation = await ReserveAsync(progress, isCounted, cancellationToken).ConfigureAwait(false);
            var outcome = new ShopifyCostOutcome(0);
            try
            {
                if (!shop.Breaker.TryEnter(out open))
                    throw HttpFailure.CircuitOpen(call.Context(), open);
                outcome = new ShopifyCostOutcome(reservation.Points);
                SentAnswer answer;
                try
                {
                    answer = await sender.SendAsync(call, shop.Endpoint, cancellationToken).ConfigureAwait(false);
                }
                catch (Exception failure)
                {
                    TellBreaker(call, shop.Breaker, failure);
                    throw;
                }

                shop.Breaker.Succeed();
                outcome = Learn(progress, answer);
                return answer;
            }
            catch (ShopifyThrottledException failure)
            {
                metrics.Throttled(call.Api, call.Operation.OperationName, failure.StatusCode);
                outcome = new ShopifyCostOutcome(0) { Status = failure.Throttle, Pause = progress.PauseAfter(failure) };
                throw;
            }
            catch (ShopifyException failure) when (failure is not ShopifyUnavailableException { RequestWasSent: true, StatusCode: null })
            {
                // Refused before it ran, never sent, or answered by a broken server: or a shop that comes back would find its points spent on nothing.
                outcome = new ShopifyCostOutcome(0);
                throw;
            }
            finally
            {
                await SettleAsync(reservation, outcome).ConfigureAwait(false);
            }
        }
        finally
        {
            if (door is not null)
                shop.Probes.Leave(call.Operation, door, progress.Cost.Learnt is not null);
        }
    }

    private async ValueTask<ShopifyCostReservation> ReserveAsync(CallProgress progress, bool isCounted, CancellationToken cancellationToken)
    {
        var isRepeat = progress.Attempts > 1;
        while (true)
        {
            // What Shopify said about this very call is better than what it said about others.
            var points = !isCounted ? 0 : progress.Requested ?? CostProbes.Points(progress.Cost);
            var reservation = await ReserveAsync(progress, points, isRepeat, cancellationToken).ConfigureAwait(false);
            // While a call waits in line the answers of others may teach that its operation costs more than was thought.
            if (!isCounted || progress.Requested is not null || CostProbes.Points(progress.Cost) <= Math.Max(points, reservation.Points))
                return reservation;
            await SettleAsync(reservation, new ShopifyCostOutcome(0)).ConfigureAwait(false);
            isRepeat = true;
        }
    }

    private ValueTask<ShopifyCostReservation> ReserveAsync(CallProgress progress, double points, bool isRepeat, CancellationToken cancellationToken)
    {
        var call = progress.Call;
        var request = new ShopifyCostRequest
        {
            Bucket = call.Bucket,
            Points = points,
            Learning = progress.Requested is null && points > 0 ? progress.Cost : null,
            Priority = call.Priority,
            MaxWait = progress.PatienceLeft(options.MaxPacingWait),
            Order = progress.Order,
            IsRepeat = isRepeat,
        };
        var reserving = budget.ReserveAsync(request, cancellationToken);
        return reserving.IsCompletedSuccessfully ? reserving : WaitAsync(call, reserving);
    }

    private async ValueTask<ShopifyCostReservation> WaitAsync(GraphQLCall call, ValueTask<ShopifyCostReservation> reserving)
    {
        var started = time.GetTimestamp();
        try
        {
            return await reserving.ConfigureAwait(false);
        }
        finally
        {
            metrics.Waited(call.Api, call.Operation.OperationName, time.GetElapsedTime(started));
        }
    }

    private async ValueTask SettleAsync(ShopifyCostReservation reservation, ShopifyCostOutcome outcome)
    {
        try
        {
            await budget.SettleAsync(reservation, outcome, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A budget that cannot be reached must not turn an answer, perhaps of a mutation, into a failure.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.NotSettled(failure);
        }
    }

    private void TellBreaker(GraphQLCall call, CircuitBreaker breaker, Exception failure)
    {
        switch (failure)
        {
            case ShopifyUnavailableException when breaker.Fail():
                metrics.BreakerOpened(call.Api);
                log.BreakerOpened(call.Shop.Domain, options.CircuitBreakerPause);
                break;
            case ShopifyUnavailableException:
                break;
            case ShopifyException:
                breaker.Succeed();
                break;
            default:
                breaker.Abandon();
                break;
        }
    }

    private ShopifyCostOutcome Learn(CallProgress progress, SentAnswer answer)
    {
        var (call, content) = (progress.Call, answer.Content);
        var extensions = content.Extensions;
        log.Served(call.Operation.OperationName, answer.ApiVersion, answer.Deprecation);
        versions.Answered(call.Operation.OperationName, answer.ApiVersion, answer.Deprecation is not null);
        log.Ignored(call.Operation.OperationName, extensions.SearchWarnings);
        metrics.Answered(call.Api, call.Operation.OperationName, answer);
        // Data without a cost comes from a server that does not count, and needs no waiting.
        var cost = extensions.RequestedCost ?? (content.HasData ? 0 : null);
        if (cost is { } told && !content.HasCode(ShopifyErrorCodes.MaxCostExceeded))
            progress.Cost.Learn(told);
        if (content.HasCode(ShopifyErrorCodes.Throttled))
        {
            answer.Body.Release();
            throw progress.Throttled(answer);
        }

        var spent = extensions.ActualCost ?? (content.HasData ? extensions.RequestedCost ?? 0 : 0);
        return new ShopifyCostOutcome(spent) { Status = extensions.Throttle };
    }
}
