using System.Text;
using ShopBot.Engine.Customers;
using ShopBot.Shopify.Webhooks;
using ShopBot.Shopping.Orders;
using Shopify.Client.Webhooks;

namespace ShopBot.Shopify.Tests.Webhooks;

public sealed class PaidOrderTests
{
    private static readonly CustomerId Customer = CustomerId.New();

    [Fact]
    public void Read_WholeOrder_FindsCustomerAndVariants()
    {
        var order = Read($$$"""
            {"id":820982911946154508,"name":"#1001","note_attributes":[{"name":"gift","value":"yes"},{"name":"chat_ref","value":"{{{Customer}}}"}],
             "line_items":[{"variant_id":11},{"variant_id":12,"quantity":2}],"something_new":{"a":[1]}}
            """);

        Assert.Equal(("820982911946154508", "#1001", Customer), (order!.Id, order.Name, order.Customer!.Value));
        Assert.Equal(["gid://shopify/ProductVariant/11", "gid://shopify/ProductVariant/12"], order.VariantIds);
    }

    [Fact]
    public void Read_WholeOrder_TellsWhatWasPaidForWhichProducts()
    {
        var order = Read("""{"id":7,"cart_token":"abc","currency":"EUR","total_price":"45.50","line_items":[{"product_id":3,"title":"Mug","quantity":2,"price":"12.50"},{"title":"Gift wrap"}]}""");

        Assert.Equal((45.50m, "EUR", "abc"), (order!.Total!.Value, order.Currency, order.CartToken));
        Assert.Equal([new OrderedProduct("gid://shopify/Product/3", "Mug", 2, 25m), new OrderedProduct(null, "Gift wrap", 0, 0m)], order.Products);
    }

    [Theory]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"id":7,"name":null,"note_attributes":null,"line_items":null}""")]
    [InlineData("""{"id":7,"name":[5],"note_attributes":{},"line_items":"x"}""")]
    [InlineData("""{"id":7,"note_attributes":[null,1,{"name":1},{"name":"chat_ref"},{"name":"chat_ref","value":"no id"}],"line_items":[null,{"variant_id":null},{"variant_id":"x"},{}]}""")]
    public void Read_MissingOrStrangeMembers_LeavesThemOut(string body)
    {
        var order = Read(body);

        Assert.Equal(("7", "#7", null), (order!.Id, order.Name, order.Customer));
        Assert.Empty(order.VariantIds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"id":7""")]
    public void Read_NotAnOrder_GivesNothing(string body) => Assert.Null(Read(body));

    private static PaidOrder? Read(string body) => PaidOrder.Read(ShopifyWebhookPayload.Read("orders/paid", Encoding.UTF8.GetBytes(body)));
}
