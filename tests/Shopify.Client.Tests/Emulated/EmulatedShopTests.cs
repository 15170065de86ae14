using Microsoft.Extensions.DependencyInjection;
using Shopify.Emulator;

namespace Shopify.Client.Tests.Emulated;

/// <summary>The catalogue, the cart and the subscriptions against a shop that checks every document and every scope as Shopify does.</summary>
public sealed class EmulatedShopTests : IAsyncLifetime
{
    private static readonly string[] Scopes =
        ["read_products", "read_translations", "read_orders", "unauthenticated_read_product_listings", "unauthenticated_read_product_inventory", "unauthenticated_write_checkouts"];

    private ShopifyEmulator? _emulator;
    private ServiceProvider? _services;
    private ShopifyAdmin? _admin;
    private ShopifyStorefront? _storefront;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ShopifyAdmin Admin => _admin!;

    private ShopifyStorefront Storefront => _storefront!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await ShopifyEmulator.StartAsync(new() { AllowHttpWebhookAddresses = true }, Token);
        var emulated = _emulator.AddShop("demo-shop.myshopify.com");
        var services = new ServiceCollection();
        services.AddShopifyClient(options => options.BaseUrl = emulated.Url.ToString().TrimEnd('/'));
        _services = services.BuildServiceProvider();
        var client = _services.GetRequiredService<ShopifyClient>();
        var shop = new ShopifyShop(ShopDomain.Parse("demo-shop"), emulated.IssueAccessToken(Scopes));
        _admin = client.Admin(shop);
        _storefront = client.Storefront(shop);
    }

    public async ValueTask DisposeAsync()
    {
        await _services!.DisposeAsync();
        await _emulator!.DisposeAsync();
    }

    [Fact]
    public async Task List_search_and_detail_agree_on_a_product()
    {
        var page = await Admin.GetProductsAsync(new() { First = 20, Images = 2, Variants = 4 }, Token);
        var summary = page.Items[0];

        var byId = await Admin.GetProductAsync(summary.Id, Token);
        var byHandle = await Admin.GetProductByHandleAsync(summary.Handle, Token);
        var found = await Admin.GetProductsAsync(new() { Search = ShopifySearch.Words(summary.Title) }, Token);

        Assert.Equal(20, page.Items.Count);
        Assert.Equal(summary.Title, byId?.Title);
        Assert.Equal(byId?.Id, byHandle?.Id);
        Assert.Equal(summary.Variants[0], byId!.Variants[0] with { SelectedOptions = summary.Variants[0].SelectedOptions });
        Assert.Contains(found.Items, product => product.Id == summary.Id);
        Assert.Empty(found.SearchWarnings);
        Assert.Null(await Admin.GetProductByHandleAsync("no-such-thing", Token));
    }

    [Fact]
    public async Task Every_product_is_walked_once()
    {
        var ids = await Admin.EnumerateProductsAsync(new() { First = 7, IncludeHidden = true }, cancellationToken: Token).Select(static product => product.Id).ToListAsync(Token);

        Assert.True(ids.Count > 30);
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public async Task Collections_hold_their_products()
    {
        var collection = (await Admin.GetCollectionsAsync(5, null, Token)).Items[0];

        var detail = await Admin.GetCollectionByHandleAsync(collection.Handle, Token);
        var products = await Admin.EnumerateCollectionProductsAsync(new() { CollectionId = collection.Id, First = 3 }, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(collection.Id, detail?.Id);
        Assert.Equal(collection.ProductsCount, products.Count);
        Assert.Null(await Admin.GetCollectionAsync("gid://shopify/Collection/404", Token));
    }

    [Fact]
    public async Task Variants_of_a_product_are_those_found_by_id()
    {
        var product = (await Admin.GetProductsAsync(new() { First = 1 }, Token)).Items[0];

        var variants = await Admin.EnumerateVariantsOfProductAsync(product.Id, Token).ToListAsync(Token);
        var byId = await Admin.GetVariantsAsync([.. variants.Select(static variant => variant.Id), "gid://shopify/ProductVariant/404"], Token);

        Assert.Equal(product.VariantsCount, variants.Count);
        Assert.Equal(variants.Select(static variant => variant.Id), byId.SkipLast(1).Select(static snapshot => snapshot!.Variant.Id));
        Assert.Null(byId[^1]);
    }

    [Fact]
    public async Task Cart_is_made_changed_and_read()
    {
        var listed = await Admin.GetProductsAsync(new() { First = 20, Variants = 1 }, Token);
        var variants = listed.Items.SelectMany(static product => product.Variants).Where(static variant => variant.AvailableForSale).Take(2).ToArray();

        var made = await Storefront.CreateCartAsync(new() { Lines = [new(variants[0].Id, 1)], Attributes = [new("chat_ref", "c_42")], CountryCode = "DE" }, Token);
        var id = made.Cart!.Id;
        await Storefront.AddCartLinesAsync(id, [new(variants[1].Id, 1)], Token);
        var updated = await Storefront.UpdateCartLinesAsync(id, [new(made.Cart.Lines[0].Id) { Quantity = 2 }], Token);
        await Storefront.SetCartNoteAsync(id, "Ring twice", Token);
        await Storefront.SetCartBuyerIdentityAsync(id, new() { CountryCode = "DE", Email = "buyer@shop.example" }, Token);
        await Storefront.SetCartAttributesAsync(id, [new("chat_ref", "c_43")], Token);
        var discounts = await Storefront.SetCartDiscountCodesAsync(id, ["NOPE"], Token);
        var removed = await Storefront.RemoveCartLinesAsync(id, [updated.Cart!.Lines[1].Id], Token);
        var cart = await Storefront.GetCartAsync(id, cancellationToken: Token);

        Assert.Contains(discounts.Warnings, static warning => warning.Code == CartWarningCode.DiscountNotFound);
        Assert.Empty(removed.UserErrors);
        Assert.Equal(2, cart!.TotalQuantity);
        Assert.Equal("Ring twice", cart.Note);
        Assert.Equal(new CartAttribute("chat_ref", "c_43"), Assert.Single(cart.Attributes));
        Assert.Equal(variants[0].Id, Assert.Single(cart.Lines).VariantId);
        Assert.Equal(variants[0].Price * 2, cart.Cost?.TotalAmount.Amount);
        Assert.NotNull(cart.CheckoutUrl);
    }

    [Fact]
    public async Task Unknown_cart_and_variant_are_values()
    {
        var refused = await Storefront.CreateCartAsync(new() { Lines = [new("gid://shopify/ProductVariant/404", 1)] }, Token);
        var gone = await Storefront.SetCartNoteAsync("gid://shopify/Cart/none?key=0", "x", Token);

        Assert.Null(refused.Cart);
        Assert.Contains("merchandiseId", refused.UserErrors[0].Field!);
        Assert.True(gone.CartIsGone);
        Assert.Null(await Storefront.GetCartAsync("gid://shopify/Cart/none?key=0", cancellationToken: Token));
    }

    [Fact]
    public async Task Subscription_is_made_listed_changed_and_deleted()
    {
        var made = await Admin.CreateWebhookSubscriptionAsync("PRODUCTS_UPDATE", new() { Uri = "https://app.example/hooks" }, Token);
        var again = await Admin.CreateWebhookSubscriptionAsync("PRODUCTS_UPDATE", new() { Uri = "https://app.example/hooks" }, Token);
        var changed = await Admin.UpdateWebhookSubscriptionAsync(made.Subscription!.Id, new() { IncludeFields = ["id"] }, Token);
        var listed = await Admin.EnumerateWebhookSubscriptionsAsync(cancellationToken: Token).ToListAsync(Token);
        var deleted = await Admin.DeleteWebhookSubscriptionAsync(made.Subscription.Id, Token);
        var deletedAgain = await Admin.DeleteWebhookSubscriptionAsync(made.Subscription.Id, Token);

        Assert.True(again.AlreadyExists);
        Assert.Equal(["id"], changed.Subscription!.IncludeFields);
        Assert.Equal("PRODUCTS_UPDATE", Assert.Single(listed).Topic);
        Assert.Empty(deleted);
        Assert.NotEmpty(deletedAgain);
    }

    [Fact]
    public async Task A_buyer_in_another_market_sees_one_price_everywhere()
    {
        var countries = await Storefront.GetCountriesAsync(Token);
        Assert.Equal(new MarketCountry("DE", "EUR"), countries.Own);
        Assert.Contains(new MarketCountry("CH", "CHF"), countries.Available);
        var soap = (await Admin.GetProductsAsync(new ProductQuery { Search = ShopifySearch.Words("olive soap"), Country = "CH" }, Token)).Items[0];

        var variant = (await Admin.GetProductAsync(soap.Id, "ch", Token))!.Variants[0];
        var fresh = (await Admin.GetVariantsAsync([variant.Id], "CH", Token))[0]!.Variant;
        var range = (await Admin.GetProductPricesAsync([soap.Id, "gid://shopify/Product/1"], "CH", Token));
        var cart = (await Storefront.CreateCartAsync(new() { Lines = [new(variant.Id, 2)], CountryCode = "CH" }, Token)).Cart!;

        // 7.90 EUR x 0.95 x 1.08, of 150 g
        Assert.Equal((7.90m, new MoneyV2(8.11m, "CHF")), (variant.Price, variant.ContextualPricing!.Price));
        Assert.Equal((new MoneyV2(54.07m, "CHF"), 1, "KG"), (variant.ContextualPricing.UnitPrice, variant.UnitPriceMeasurement!.ReferenceValue, variant.UnitPriceMeasurement.ReferenceUnit));
        Assert.Equal(variant.ContextualPricing, fresh.ContextualPricing);
        Assert.Equal((variant.ContextualPricing.Price, null), (range[0]!.Max, range[1]));
        Assert.Equal((variant.ContextualPricing.Price, "CH"), (cart.Lines[0].Cost!.AmountPerQuantity, cart.BuyerIdentity.CountryCode));
        Assert.Equal(new MoneyV2(16.22m, "CHF"), cart.Cost!.TotalAmount);
        Assert.Null((await Admin.GetProductAsync(soap.Id, Token))!.Variants[0].ContextualPricing);
    }

    [Fact]
    public async Task Options_are_read_in_another_language()
    {
        var lamp = (await Admin.GetProductByHandleAsync("arc-desk-lamp", Token))!;

        var option = Assert.Single(Assert.Single(await Admin.GetOptionTranslationsAsync([lamp.Id, "gid://shopify/Product/1"], "de", Token)).Options);

        Assert.Equal(("Finish", "Ausführung", "Eiche"), (option.Name, option.Translation, option.Values.Single(value => value.Name == "Oak").Translation));
        Assert.Equal(lamp.Options[0].Values, option.Values.Select(value => value.Name));
    }
}
