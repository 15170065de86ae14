using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Customers;

public sealed class CustomerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("+49 170 1234567", "+491701234567")]
    [InlineData("5215512345678", "+5215512345678", "+525512345678")]
    [InlineData("525512345678", "+525512345678", "+5215512345678")]
    [InlineData("5491112345678", "+5491112345678", "+541112345678")]
    [InlineData("541112345678", "+541112345678", "+5491112345678")]
    [InlineData("5511987654321", "+5511987654321", "+551187654321")]
    [InlineData("551187654321", "+551187654321", "+5511987654321")]
    public async Task GetCustomerByPhone_TriesTheFormsShopsMayHave(string phone, params string[] asked)
    {
        await using var fixture = await ClientFixture.StartAsync();
        foreach (var _ in asked)
            fixture.Stub.Answers("""{"data":{"customerByIdentifier":null}}""");

        Assert.Null(await fixture.Admin.GetCustomerByPhoneAsync(phone, Token));
        Assert.Equal(asked, fixture.Stub.Requests.Select(static request => request.Variables.GetProperty("phone").GetString()!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("12345")]
    [InlineData("1234567890123456")]
    public async Task GetCustomerByPhone_NoNumber_SendsNothing(string phone)
    {
        await using var fixture = await ClientFixture.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => fixture.Admin.GetCustomerByPhoneAsync(phone, Token));
        Assert.Empty(fixture.Stub.Requests);
    }

    [Fact]
    public async Task GetCustomerByPhone_ReadsTheCustomer_AndKeepsItOutOfText()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"customerByIdentifier":{"id":"gid://shopify/Customer/3","displayName":"Ada B.","firstName":"Ada","lastName":null,"locale":"de","state":"BRAND_NEW","tags":["vip"],
              "numberOfOrders":"12","amountSpent":{"amount":"120.5","currencyCode":"EUR"},"defaultEmailAddress":null,"defaultPhoneNumber":{"phoneNumber":"+491701234567"},
              "lastOrder":{"id":"gid://shopify/Order/1","name":"#1001","processedAt":"2026-11-20T10:00:01Z"}}}}
            """);

        var customer = await fixture.Admin.GetCustomerByPhoneAsync("491701234567", Token);

        Assert.Equal(12, customer!.NumberOfOrders);
        Assert.Equal("BRAND_NEW", customer.State);
        Assert.Equal("#1001", customer.LastOrderName);
        Assert.Null(customer.Email);
        Assert.Equal("Customer { Id = gid://shopify/Customer/3 }", customer.ToString());
    }
}
