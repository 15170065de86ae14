namespace Shopify.Client;

public sealed partial class ShopifyStorefront
{
    private const int MaxInputs = 250;

    /// <summary>
    /// Makes a cart whose checkout address can be sent to a shopper. Scope: <c>unauthenticated_write_checkouts</c>.
    /// Unknown variants are user errors and shortages are warnings; both come back as values.
    /// </summary>
    /// <param name="input">Lines and attributes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The cart or the reasons why there is none.</returns>
    /// <exception cref="ArgumentException">No lines, more than 250, or a quantity below 1.</exception>
    /// <exception cref="ShopifyException">The call failed; with access denied, throttled or unavailable a permalink may still work.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/mutations/cartCreate"/>
    public Task<CartResult> CreateCartAsync(CartInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        CheckLines(input.Lines, nameof(input));
        var variables = new CartCreateVariables(CartInputWire.From(input), input.CountryCode?.ToUpperInvariant(), input.LanguageCode?.ToUpperInvariant());
        return ChangeAsync(CartOperations.Create, variables, cancellationToken);
    }

    /// <summary>Reads a cart. Scope: <c>unauthenticated_read_checkouts</c>.</summary>
    /// <param name="cartId">The whole <see cref="Cart.Id"/>, its <c>?key=</c> included.</param>
    /// <param name="countryCode">The country for prices, ISO 3166-1 alpha-2; null for the cart's own.</param>
    /// <param name="languageCode">The language of texts, such as <c>DE</c>; null for the shop's own.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The cart; null when it is gone, bought, or the id lacks its key.</returns>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/queries/cart"/>
    public async Task<Cart?> GetCartAsync(
        string cartId, string? countryCode = null, string? languageCode = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cartId);
        var operation = CartOperations.Get;
        var variables = new CartGetVariables(cartId, countryCode?.ToUpperInvariant(), languageCode?.ToUpperInvariant());
        var response = await ExecuteAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        var data = PartialAnswer.Require(response, static data => data.Cart, Shop, operation.OperationName);
        return data.Cart?.ToModel(new AnswerShape(Shop, operation.OperationName));
    }

    private async Task<CartResult> ChangeAsync<TVariables, TData>(
        ShopifyOperation<TVariables, TData> operation, TVariables variables, CancellationToken cancellationToken)
        where TData : class, ICartChange
    {
        var response = await ExecuteAsync(operation, variables, cancellationToken).ConfigureAwait(false);
        // A cart that was made is given back even when one of its fields was refused, or its lines would be made twice.
        var data = PartialAnswer.Require(response, static data => data.Payload, Shop, operation.OperationName);
        var shape = new AnswerShape(Shop, operation.OperationName);
        return shape.Need(data.Payload, "payload").ToModel(shape);
    }

    private static void CheckLines(IReadOnlyList<CartLineInput> lines, string parameterName)
    {
        if (lines.Count is 0 or > MaxInputs)
            throw new ArgumentException("A cart takes 1 to 250 lines at once.", parameterName);
        if (lines.Any(static line => line.Quantity < 1))
            throw new ArgumentException("A quantity is below 1.", parameterName);
    }
}
