namespace Shopify.Client;

/// <summary>What the comfortable methods share: data or an exception, values or a clear complaint.</summary>
internal static class AnswerReader
{
    public static TData Require<TData>(ShopifyResponse<TData> response, ShopifyShop shop, string operationName)
        where TData : class
    {
        var call = Call(shop, operationName, response.RequestId);
        if (response.Errors.Count > 0)
            throw Failure(response, call);
        return response.Data ?? throw Incomplete(call, "data");
    }

    public static void ThrowIfRefused(IReadOnlyList<ShopifyUserError> userErrors, ShopifyShop shop, string operationName)
    {
        if (userErrors.Count == 0)
            return;
        var call = Call(shop, operationName, null);
        var text = string.Join("; ", userErrors.Take(3).Select(static error => error.Message));
        throw new ShopifyUserErrorsException(call.Describe("refused: " + text), userErrors)
        {
            Shop = call.Shop,
            OperationName = call.OperationName,
            StatusCode = call.StatusCode,
        };
    }

    public static ShopifyException Incomplete(ShopifyShop shop, string operationName, string field) =>
        Incomplete(Call(shop, operationName, null), field);

    private static ShopifyException Failure<TData>(ShopifyResponse<TData> response, CallContext call)
    {
        if (response.Errors.Any(static error => error.Code == ShopifyErrorCodes.ShopInactive))
            return HttpFailure.Account(call, ShopifyAccountProblem.Closed, "the shop is closed");
        var text = string.Join("; ", response.Errors.Take(3).Select(static error => error.Code is null ? error.Message : $"{error.Code} {error.Message}"));
        return new ShopifyGraphQLException(call.Describe(text), response.Errors)
        {
            HasPartialData = response.Data is not null,
            Shop = call.Shop,
            OperationName = call.OperationName,
            StatusCode = call.StatusCode,
            RequestId = call.RequestId,
        };
    }

    private static ShopifyException Incomplete(CallContext call, string field) => call.Failure($"the answer lacks '{field}'");

    private static CallContext Call(ShopifyShop shop, string operationName, string? requestId) =>
        new(shop.Domain, operationName) { Secrets = [shop.AccessToken], StatusCode = 200, RequestId = requestId };
}
