namespace Shopify.Client;

/// <summary>Answers in which a few fields were refused for lack of a scope, while the rest is there and useful.</summary>
internal static class PartialAnswer
{
    /// <summary>
    /// The data, when everything that went wrong is a denied field below <paramref name="part"/>; such fields read as null.
    /// Anything else throws as for <see cref="AnswerReader.Require"/>.
    /// </summary>
    public static TData Require<TData, TPart>(ShopifyResponse<TData> response, Func<TData, TPart?> part, ShopifyShop shop, string operationName)
        where TData : class
        where TPart : class
    {
        var onlyDenied = response.Errors.All(static error => error.Code == ShopifyErrorCodes.AccessDenied);
        return onlyDenied && response.Data is { } data && part(data) is not null
            ? data
            : AnswerReader.Require(response, shop, operationName);
    }
}
