using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Shop;

public sealed class ShopInfoTests
{
    [Fact]
    public async Task GetShop_ReadsTheFacts()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Answers.Shop);

        var shop = await fixture.Admin.GetShopAsync(TestContext.Current.CancellationToken);

        Assert.Equivalent(
            new ShopInfo
            {
                Id = "gid://shopify/Shop/1",
                Name = "Demo",
                MyshopifyDomain = "demo-shop.myshopify.com",
                PrimaryDomainUrl = "https://demo.example",
                CurrencyCode = "EUR",
                MoneyFormat = "{{amount}} €",
                IanaTimezone = "Europe/Berlin",
                TaxesIncluded = true,
                ShipsToCountries = ["DE", "AT"],
                PlanName = "Basic",
                IsDevelopmentStore = true,
                CountryCode = "DE",
            },
            shop,
            strict: true);
    }
}
