using System.Diagnostics;
using System.Text.Json;
using Shopify.Client.Auth;

namespace Shopify.Client;

/// <summary>Typed calls: variables in, data and errors out; measured, and identical reads at the same time made once.</summary>
internal sealed class GraphQLTransport(
    GraphQLPipeline pipeline,
    ShopStates shops,
    BulkFiles files,
    ShopifyClientOptions options,
    TimeProvider time,
    ShopifyMetrics metrics,
    VersionWatch versions)
{
    private readonly ReadFlights _flights = new();

    public BulkFiles Files => files;

    public TimeProvider Time => time;

    public VersionWatch Versions => versions;

    public async Task<ShopifyResponse<TData>> ExecuteAsync<TVariables, TData>(
        ShopifyApi api,
        ShopifyShop shop,
        ShopifyCallPriority priority,
        ShopifyOperation<TVariables, TData> operation,
        TVariables variables,
        CancellationToken cancellationToken)
    {
        var call = new GraphQLCall(api, shop, operation, operation.WriteVariables(variables), priority);
        using var activity = ShopifyDiagnostics.Start(call);
        var started = time.GetTimestamp();
        string? errorType = null;
        try
        {
            var answer = await TokenRetry.RunAsync(
                api, shop, current => SendAsync(call with { Shop = current }, activity, cancellationToken), cancellationToken).ConfigureAwait(false);
            try
            {
                activity?.SetAnswer(answer);
                return ResponseReader.Read(call, answer, operation.DataInfo);
            }
            finally
            {
                answer.Body.Release();
            }
        }
        catch (Exception failure)
        {
            errorType = ShopifyMetrics.ErrorType(failure);
            activity?.SetStatus(ActivityStatusCode.Error, errorType);
            throw;
        }
        finally
        {
            metrics.Finished(api, operation.OperationName, time.GetElapsedTime(started), errorType);
        }
    }

    private async Task<SentAnswer> SendAsync(GraphQLCall call, Activity? activity, CancellationToken cancellationToken)
    {
        var shop = shops.Enter(call.Bucket);
        try
        {
            if (call.Operation.IsMutation || !options.ShareIdenticalReads)
                return await pipeline.SendAsync(call, shop, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            var flight = _flights.Join(new FlightKey(call, shop.Writes), token => pipeline.SendAsync(call, shop, token), out var isShared);
            try
            {
                var answer = await flight.Answer.WaitAsync(cancellationToken).ConfigureAwait(false);
                if (isShared)
                {
                    metrics.Shared(call.Api, call.Operation.OperationName);
                    activity?.SetTag("shopify.shared", true);
                }

                return answer;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                _flights.Leave(flight);
                throw;
            }
        }
        finally
        {
            if (call.Operation.IsMutation)
                shop.Wrote();
            shops.Leave(shop);
        }
    }
}
