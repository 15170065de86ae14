namespace Shopify.Client;

public sealed partial class ShopifyStorefront
{
    private const int MaxLines = 250;

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
    public async Task<CartCreateResult> CreateCartAsync(CartInput input, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Lines.Count is 0 or > MaxLines)
            throw new ArgumentException("A cart needs 1 to 250 lines.", nameof(input));
        if (input.Lines.Any(static line => line.Quantity < 1))
            throw new ArgumentException("A quantity is below 1.", nameof(input));
        var operation = CartOperations.Create;
        var response = await ExecuteAsync(operation, Variables(input), cancellationToken).ConfigureAwait(false);
        var data = AnswerReader.Require(response, Shop, operation.OperationName);
        return new AnswerShape(Shop, operation.OperationName).Need(data.CartCreate, "cartCreate").ToModel();
    }

    private static CartCreateVariables Variables(CartInput input)
    {
        var country = input.CountryCode?.ToUpperInvariant();
        return new CartCreateVariables(
            new CartInputWire(
                [.. input.Lines.Select(static line => new CartLineInputWire(line.VariantId, line.Quantity))],
                input.Attributes.Count == 0 ? null : input.Attributes,
                input.DiscountCodes.Count == 0 ? null : input.DiscountCodes,
                country is null ? null : new CartBuyerWire(country)),
            country,
            input.LanguageCode?.ToUpperInvariant());
    }
}
