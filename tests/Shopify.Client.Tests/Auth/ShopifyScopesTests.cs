using Shopify.Client.Auth;

namespace Shopify.Client.Tests.Auth;

public sealed class ShopifyScopesTests
{
    [Fact]
    public void Missing_WriteGranted_ImpliesRead() =>
        Assert.Empty(ShopifyScopes.Missing(
            ["read_products", "unauthenticated_read_checkouts", "write_products"],
            ShopifyScopes.Parse("write_products,unauthenticated_write_checkouts")));

    [Fact]
    public void Missing_ReadGranted_DoesNotImplyWrite() =>
        Assert.Equal(["write_orders", "read_customers"], ShopifyScopes.Missing(["write_orders", "read_customers", "read_orders"], ["read_orders"]));

    [Fact]
    public void Missing_StorefrontWrite_DoesNotImplyAdminRead() =>
        Assert.Equal(["read_checkouts"], ShopifyScopes.Missing(["read_checkouts"], ["unauthenticated_write_checkouts"]));

    [Fact]
    public void Parse_ListsBlanksAndRepeats_GivesEachScopeOnce() =>
        Assert.Equal(["read_products", "read_orders"], ShopifyScopes.Parse(["read_products, READ_ORDERS", "read_products", ""]));

    [Fact]
    public void Parse_Null_IsEmpty() => Assert.Empty(ShopifyScopes.Parse((string?)null));
}
