using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.DraftOrders;

public sealed class DraftOrderTests
{
    private const string Gid = "gid://shopify/DraftOrder/1";

    private const string Draft = """
        {"id":"gid://shopify/DraftOrder/1","legacyResourceId":"994118539","name":"#D1","status":"OPEN","ready":true,"invoiceUrl":"https://demo.example/1/invoices/abc",
         "invoiceSentAt":null,"reserveInventoryUntil":null,"completedAt":null,"order":null,"presentmentCurrencyCode":"EUR",
         "totalPriceSet":{"shopMoney":{"amount":"43.2","currencyCode":"USD"},"presentmentMoney":{"amount":"39.9","currencyCode":"EUR"}},
         "customAttributes":[{"key":"chat_ref","value":"c_42"}],"warnings":[{"errorCode":"DISCOUNT","field":"discountCodes","message":"Code does not apply"}]}
        """;

    private static readonly DraftOrderInput Input = new()
    {
        LineItems =
        [
            new() { VariantId = "gid://shopify/ProductVariant/9", Quantity = 2, CustomAttributes = [new("gift", "yes")] },
            new() { Title = "Engraving", Quantity = 1, OriginalUnitPrice = new MoneyV2(4.5m, "EUR") },
        ],
        CustomerId = "gid://shopify/Customer/3",
        Phone = "+491701234567",
        Note = "WhatsApp order",
        Tags = ["wa-chat"],
        CustomAttributes = [new("chat_ref", "c_42")],
        DiscountCodes = ["SAVE10"],
        AcceptAutomaticDiscounts = true,
        PresentmentCurrencyCode = "EUR",
        ReserveInventoryUntil = new DateTimeOffset(2026, 11, 23, 13, 0, 0, TimeSpan.FromHours(1)),
        ShippingAddress = new() { City = "Berlin", Zip = "10115", CountryCode = "DE" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CreateDraftOrder_SendsTheInput_AndReadsTheDraft()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers($$$$$$"""{"data":{"draftOrderCreate":{"draftOrder":{{{{{{Draft}}}}}},"userErrors":[]}}}""");

        var result = await fixture.Admin.CreateDraftOrderAsync(Input, Token);

        Assert.Equal("https://demo.example/1/invoices/abc", result.DraftOrder?.InvoiceUrl);
        Assert.Equal(DraftOrderStatus.Open, result.DraftOrder?.Status);
        Assert.Equal(new DraftOrderWarning("DISCOUNT", "discountCodes", "Code does not apply"), Assert.Single(result.DraftOrder!.Warnings));
        Assert.DoesNotContain("invoices", result.ToString(), StringComparison.Ordinal);
        Assert.Equal(
            """{"input":{"lineItems":[{"variantId":"gid://shopify/ProductVariant/9","quantity":2,"customAttributes":[{"key":"gift","value":"yes"}]},{"quantity":1,"title":"Engraving","originalUnitPriceWithCurrency":{"amount":"4.5","currencyCode":"EUR"}}],"purchasingEntity":{"customerId":"gid://shopify/Customer/3"},"phone":"\u002B491701234567","shippingAddress":{"city":"Berlin","zip":"10115","countryCode":"DE"},"note":"WhatsApp order","tags":["wa-chat"],"customAttributes":[{"key":"chat_ref","value":"c_42"}],"discountCodes":["SAVE10"],"acceptAutomaticDiscounts":true,"presentmentCurrencyCode":"EUR","reserveInventoryUntil":"2026-11-23T12:00:00+00:00"}}""",
            fixture.Stub.Requests[0].Variables.GetRawText());
    }

    [Fact]
    public async Task CreateDraftOrder_Refused_IsAValueWithItsPath()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"draftOrderCreate":{"draftOrder":null,"userErrors":[{"field":["lineItems","0","quantity"],"message":"Quantity must be greater than or equal to 1"},{"field":null,"message":"Add at least 1 product"}]}}}
            """);

        var result = await fixture.Admin.CreateDraftOrderAsync(Input, Token);

        Assert.Null(result.DraftOrder);
        Assert.Equal(["lineItems", "0", "quantity"], result.UserErrors[0].Field);
        Assert.Null(result.UserErrors[1].Field);
    }

    [Fact]
    public async Task CreateDraftOrder_OrderFieldDenied_StillGivesTheDraft()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers($$$$$$"""
            {"data":{"draftOrderCreate":{"draftOrder":{{{{{{Draft}}}}}},"userErrors":[]}},
             "errors":[{"message":"Access denied for order field.","path":["draftOrderCreate","draftOrder","order"],"extensions":{"code":"ACCESS_DENIED"}}]}
            """);

        Assert.NotNull((await fixture.Admin.CreateDraftOrderAsync(Input, Token)).DraftOrder);
    }

    [Fact]
    public async Task CreateDraftOrder_ServerFault_IsNotRepeated()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("<html>", 502).Answers("<html>", 502);

        await Assert.ThrowsAsync<ShopifyUnavailableException>(() => fixture.Admin.CreateDraftOrderAsync(Input, Token));
        Assert.Single(fixture.Stub.Requests);
    }

    [Fact]
    public async Task CalculateDraftOrder_GivesAmountsAndRates()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"draftOrderCalculate":{"calculatedDraftOrder":{"currencyCode":"USD","presentmentCurrencyCode":"EUR","totalQuantityOfLineItems":3,
              "subtotalPriceSet":{"presentmentMoney":{"amount":"35.0","currencyCode":"EUR"}},"totalDiscountsSet":null,"totalShippingPriceSet":null,
              "totalTaxSet":{"presentmentMoney":{"amount":"5.59","currencyCode":"EUR"}},
              "totalPriceSet":{"shopMoney":{"amount":"43.2","currencyCode":"USD"},"presentmentMoney":{"amount":"39.9","currencyCode":"EUR"}},
              "availableShippingRates":[{"handle":"std","title":"Standard","price":{"amount":"4.9","currencyCode":"EUR"}}],
              "lineItems":[{"title":"Hoodie","quantity":2,"discountedTotalSet":{"presentmentMoney":{"amount":"35.0","currencyCode":"EUR"}}}],"warnings":[]},"userErrors":[]}}}
            """);

        var calculated = (await fixture.Admin.CalculateDraftOrderAsync(Input, Token)).CalculatedDraftOrder;

        Assert.Equal(new MoneyV2(39.9m, "EUR"), calculated?.TotalPrice);
        Assert.Null(calculated?.TotalDiscounts);
        Assert.Equal(new ShippingRate("std", "Standard", new MoneyV2(4.9m, "EUR")), Assert.Single(calculated!.AvailableShippingRates));
        Assert.Equal(2, Assert.Single(calculated.LineItems).Quantity);
    }

    [Fact]
    public async Task OtherCalls_SendTheIdAndReadTheDraft()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub
            .Answers($$$$$$"""{"data":{"draftOrder":{{{{{{Draft}}}}}}}}""")
            .Answers($$$$$$"""{"data":{"draftOrderUpdate":{"draftOrder":{{{{{{Draft}}}}}},"userErrors":[]}}}""")
            .Answers($$$$$$"""{"data":{"draftOrderInvoiceSend":{"draftOrder":{{{{{{Draft}}}}}},"userErrors":[]}}}""")
            .Answers("""{"data":{"draftOrderDelete":{"deletedId":"gid://shopify/DraftOrder/1","userErrors":[]}}}""")
            .Answers("""{"data":{"draftOrderDelete":{"deletedId":null,"userErrors":[{"field":["id"],"message":"Draft order does not exist"}]}}}""");

        Assert.Equal("#D1", (await fixture.Admin.GetDraftOrderAsync(Gid, Token))?.Name);
        Assert.NotNull((await fixture.Admin.UpdateDraftOrderAsync(Gid, new() { Note = "later" }, Token)).DraftOrder);
        Assert.NotNull((await fixture.Admin.SendDraftOrderInvoiceAsync(Gid, new() { To = "a@b.example" }, Token)).DraftOrder);
        Assert.Empty(await fixture.Admin.DeleteDraftOrderAsync(Gid, Token));
        Assert.Equal(["id"], Assert.Single(await fixture.Admin.DeleteDraftOrderAsync(Gid, Token)).Field);
        Assert.Equal("""{"id":"gid://shopify/DraftOrder/1","input":{"note":"later"}}""", fixture.Stub.Requests[1].Variables.GetRawText());
        Assert.Equal("""{"id":"gid://shopify/DraftOrder/1","email":{"to":"a@b.example"}}""", fixture.Stub.Requests[2].Variables.GetRawText());
    }

    [Fact]
    public async Task CreateDraftOrder_NoLines_SendsNothing()
    {
        await using var fixture = await ClientFixture.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Admin.CreateDraftOrderAsync(new(), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Admin.CalculateDraftOrderAsync(new() { LineItems = [] }, Token));
        Assert.Empty(fixture.Stub.Requests);
    }
}
