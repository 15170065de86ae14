namespace Shopify.Client;

/// <summary>One call: where, as whom, what, with which variables.</summary>
internal sealed record GraphQLCall(ShopifyApi Api, ShopifyShop Shop, ShopifyOperation Operation, ReadOnlyMemory<byte> Variables, ShopifyCallPriority Priority)
{
    /// <summary>Whose points it takes; stays when the call is repeated with another token.</summary>
    public ShopifyCostBucket Bucket { get; } = new(Api, Shop.AppId, Shop.Domain);

    public CallContext Context(int? statusCode = null, string? requestId = null) =>
        new(Shop.Domain, Operation.OperationName) { Secrets = [Shop.AccessToken], StatusCode = statusCode, RequestId = requestId };
}
