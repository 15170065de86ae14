namespace Shopify.Client;

public sealed partial class ShopifyStorefront
{
    /// <summary>The countries the shop sells to, with the currency of each. Needs no scope.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ShopifyException">The call failed.</exception>
    /// <seealso href="https://shopify.dev/docs/api/storefront/latest/queries/localization"/>
    public async Task<MarketCountries> GetCountriesAsync(CancellationToken cancellationToken = default)
    {
        var operation = MarketOperations.Countries;
        var response = await ExecuteAsync(operation, NoVariables.Instance, cancellationToken).ConfigureAwait(false);
        var found = new AnswerShape(Shop, operation.OperationName).Need(AnswerReader.Require(response, Shop, operation.OperationName).Localization, "localization");
        return new(found.Country?.ToModel(), [.. (found.AvailableCountries ?? []).Select(static country => country?.ToModel()).OfType<MarketCountry>()]);
    }
}
