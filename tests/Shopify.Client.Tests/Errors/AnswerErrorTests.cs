using System.Text.Json;
using Shopify.Client.Tests.Support;

namespace Shopify.Client.Tests.Errors;

/// <summary>Errors that arrive in an answer with status 200.</summary>
public sealed class AnswerErrorTests
{
    private static readonly ShopifyOperation<JsonElement, JsonElement> Raw = new(
        "query Raw { shop { id name } }", "Raw", RawJson.Default.JsonElement, RawJson.Default.JsonElement);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Raw_form_returns_partial_data_beside_its_errors()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"shop":{"id":"gid://shopify/Shop/1","name":null}},
             "errors":[{"message":"Access denied for name field.","path":["shop","name",0],"extensions":{"code":"ACCESS_DENIED","requiredAccess":"`x`"}}]}
            """);

        var answer = await fixture.Admin.ExecuteAsync(Raw, JsonElement.Parse("{}"), Token);

        Assert.Equal("gid://shopify/Shop/1", answer.Data.GetProperty("shop").GetProperty("id").GetString());
        var error = Assert.Single(answer.Errors);
        Assert.Equal("ACCESS_DENIED", error.Code);
        Assert.Equal(["shop", "name", "0"], error.Path);
        Assert.Equal("`x`", error.Extensions!.Value.GetProperty("requiredAccess").GetString());
    }

    [Fact]
    public async Task Comfortable_form_throws_and_tells_that_there_was_partial_data()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""
            {"data":{"shop":{"id":"gid://shopify/Shop/1"}},"errors":[{"message":"Access denied","extensions":{"code":"ACCESS_DENIED"}}]}
            """, 200, ("X-Request-Id", "r-1"));

        var failure = await Assert.ThrowsAsync<ShopifyGraphQLException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.True(failure.HasPartialData);
        Assert.True(failure.IsAccessDenied);
        Assert.Equal("r-1", failure.RequestId);
        Assert.Equal("ShopInfo", failure.OperationName);
        Assert.Equal("demo-shop.myshopify.com", failure.Shop?.Value);
    }

    [Theory]
    [InlineData("""{"errors":"plain text"}""", "plain text")]
    [InlineData("""{"errors":["one","two"]}""", "one")]
    [InlineData("""{"errors":{"title":["can't be blank"]}}""", "title: can't be blank")]
    [InlineData("""{"errors":{"base":"locked"}}""", "base: locked")]
    [InlineData("""{"errors":{"message":"as an object","extensions":{"code":"X"}}}""", "as an object")]
    [InlineData("""{"errors":[{"message":"coded","extensions":{"code":"undefinedField","value":["a",{}]}}]}""", "coded")]
    [InlineData("""{"errors":[{"extensions":[]},{"path":"x"}],"extensions":[]}""", "(no message)")]
    [InlineData("""{"errors":[17,null]}""", "17")]
    public async Task Errors_of_every_shape_become_one_exception(string json, string first)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(json);

        var failure = await Assert.ThrowsAsync<ShopifyGraphQLException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.Equal(first, failure.Errors[0].Message);
        Assert.False(failure.HasPartialData);
    }

    [Fact]
    public async Task Data_with_holes_that_does_not_fit_its_type_reports_the_errors()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers("""{"data":{"shop":7},"errors":[{"message":"the real reason"}]}""");

        var failure = await Assert.ThrowsAsync<ShopifyGraphQLException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.Contains("the real reason", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"data":{"shop":7}}""")]
    [InlineData("""{"data":{"shop":null}}""")]
    [InlineData("""{"data":{"shop":{"id":"gid://shopify/Shop/1"}}}""")]
    [InlineData("""{"data":null}""")]
    [InlineData("{}")]
    public async Task Data_without_what_the_schema_promises_is_named(string json)
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(json);

        var failure = await Assert.ThrowsAsync<ShopifyException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.Contains("ShopInfo on demo-shop.myshopify.com", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_shop_is_an_account_problem()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers(Support.Answers.Error("SHOP_INACTIVE"));

        await Assert.ThrowsAsync<ShopifyAccountException>(() => fixture.Admin.GetShopAsync(Token));
    }

    [Fact]
    public async Task Secrets_echoed_by_the_server_do_not_reach_the_exception()
    {
        await using var fixture = await ClientFixture.StartAsync();
        fixture.Stub.Answers($$$"""{"errors":[{"message":"bad token {{{ClientFixture.Token}}}","extensions":{"value":"{{{ClientFixture.Token}}}"}}]}""");

        var failure = await Assert.ThrowsAsync<ShopifyGraphQLException>(() => fixture.Admin.GetShopAsync(Token));

        Assert.DoesNotContain(ClientFixture.Token, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(ClientFixture.Token, failure.Errors[0].Message, StringComparison.Ordinal);
        Assert.Null(failure.Errors[0].Extensions);
    }
}
