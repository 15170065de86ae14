using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Shopify.Client.Auth;

namespace Shopify.Client;

/// <summary>One call: paced by the shop's bucket, attempted, repeated where that is safe, measured.</summary>
internal sealed class GraphQLTransport(GraphQLSender sender, RetryPolicy retry, TimeProvider time, ShopifyMetrics metrics, ShopifyLog log)
{
    private readonly ConcurrentDictionary<(ShopifyApi, ShopDomain), ThrottleState> _throttles = new();

    public async Task<ShopifyResponse<TData>> ExecuteAsync<TVariables, TData>(
        ShopifyApi api, ShopifyShop shop, ShopifyOperation<TVariables, TData> operation, TVariables variables, CancellationToken cancellationToken)
    {
        using var activity = ShopifyDiagnostics.Source.StartActivity(operation.OperationName, ActivityKind.Client);
        activity?.SetTag("graphql.operation.name", operation.OperationName);
        activity?.SetTag("graphql.operation.type", operation.IsMutation ? "mutation" : "query");
        var started = time.GetTimestamp();
        string? errorType = null;
        try
        {
            var body = operation.WriteRequest(variables);
            return await TokenRetry.RunAsync(shop, current => AttemptAsync(api, current, operation, body, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            errorType = ErrorType(failure);
            activity?.SetStatus(ActivityStatusCode.Error, errorType);
            throw;
        }
        finally
        {
            metrics.Finished(api, operation.OperationName, time.GetElapsedTime(started), errorType);
        }
    }

    private async Task<ShopifyResponse<TData>> AttemptAsync<TVariables, TData>(
        ShopifyApi api, ShopifyShop shop, ShopifyOperation<TVariables, TData> operation, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var throttle = _throttles.GetOrAdd((api, shop.Domain), static (_, clock) => new ThrottleState(clock), time);
        for (var attempt = 1; ; attempt++)
        {
            await WaitAsync(retry.Pace(throttle.WaitFor(operation.OperationName)), cancellationToken).ConfigureAwait(false);
            TimeSpan? wait;
            string errorType;
            try
            {
                var sent = await sender.SendAsync(api, shop, operation.OperationName, body, cancellationToken).ConfigureAwait(false);
                Learn(api, throttle, operation.OperationName, sent);
                ThrowIfThrottled(sent);
                errorType = ShopifyErrorCodes.InternalServerError;
                wait = sent.Answer.HasCode(ShopifyErrorCodes.InternalServerError) ? retry.WaitAfterInternalError(operation.IsReplayable, attempt) : null;
                if (wait is null)
                    return Response(sent, operation);
            }
            catch (ShopifyException failure) when (retry.WaitAfter(failure, operation.IsReplayable, attempt) is { } pause)
            {
                errorType = ErrorType(failure);
                wait = pause;
            }

            metrics.Retried(api, operation.OperationName, errorType);
            log.Retrying(operation.OperationName, attempt, wait.Value, errorType);
            await WaitAsync(wait.Value, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Learn(ShopifyApi api, ThrottleState throttle, string operationName, SentAnswer sent)
    {
        var extensions = sent.Answer.Extensions;
        throttle.Record(operationName, extensions.Throttle, extensions.RequestedCost);
        if (extensions.RequestedCost is { } cost)
            metrics.Cost(api, operationName, cost);
        log.Served(operationName, sent.ApiVersion, sent.Deprecation);
    }

    private static void ThrowIfThrottled(SentAnswer sent)
    {
        if (!sent.Answer.HasCode(ShopifyErrorCodes.Throttled))
            return;
        var extensions = sent.Answer.Extensions;
        var wait = extensions is { Throttle: { } status, RequestedCost: { } cost } ? status.WaitFor(cost) : TimeSpan.FromSeconds(1);
        throw HttpFailure.Throttled(sent.Call, "throttled by query cost", wait, extensions.Throttle);
    }

    private static ShopifyResponse<TData> Response<TVariables, TData>(SentAnswer sent, ShopifyOperation<TVariables, TData> operation)
    {
        var (answer, call) = (sent.Answer, sent.Call);
        return new ShopifyResponse<TData>
        {
            Data = ReadData(sent, operation),
            Errors = call.Redact(answer.Errors),
            Throttle = answer.Extensions.Throttle,
            RequestedCost = answer.Extensions.RequestedCost,
            ActualCost = answer.Extensions.ActualCost,
            RequestId = call.RequestId,
            ApiVersionServed = sent.ApiVersion,
            SearchWarnings = answer.Extensions.SearchWarnings,
        };
    }

    private static TData? ReadData<TVariables, TData>(SentAnswer sent, ShopifyOperation<TVariables, TData> operation)
    {
        if (sent.Answer.Data.IsEmpty)
            return default;
        try
        {
            return JsonSerializer.Deserialize(sent.Answer.Data.Span, operation.DataInfo);
        }
        catch (JsonException) when (sent.Answer.Errors.Count > 0)
        {
            // The errors explain more than data with holes in it that does not fit its type.
            return default;
        }
        catch (JsonException failure)
        {
            throw new ShopifyException(sent.Call.Describe($"the data does not fit {typeof(TData).Name} at {failure.Path}"))
            {
                Shop = sent.Call.Shop,
                OperationName = sent.Call.OperationName,
                StatusCode = sent.Call.StatusCode,
                RequestId = sent.Call.RequestId,
            };
        }
    }

    private Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) =>
        wait > TimeSpan.Zero ? Task.Delay(wait, time, cancellationToken) : Task.CompletedTask;

    private static string ErrorType(Exception failure) => failure switch
    {
        ShopifyThrottledException => "throttled",
        ShopifyAuthenticationException => "authentication",
        ShopifyAccountException => "account",
        ShopifyUnavailableException => "unavailable",
        OperationCanceledException => "cancelled",
        ShopifyException => "rejected",
        _ => failure.GetType().Name,
    };
}
