using ShopBot.Shopping.Entry;

namespace ShopBot.Shopping.Tests;

public sealed class EntryReferenceTests
{
    [Theory]
    [InlineData("Hello (ref: qr)", "qr", null)]
    [InlineData("Is it in stock? (ref: product-812)  ", "product", "gid://shopify/Product/812")]
    [InlineData("(REF:Product-1)", "product", "gid://shopify/Product/1")]
    public void Find_AtTheEnd_IsRead(string text, string source, string? product) => Assert.Equal(new EntryReference(source, product), EntryReference.Find(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("(ref: qr) hello")]
    [InlineData("(ref: )")]
    [InlineData("(ref: product-)")]
    [InlineData("(ref: product-abc)")]
    [InlineData("(ref: averyveryverylongsource)")]
    [InlineData("(ref: product-123456789012345678901)")]
    public void Find_AnythingElse_IsNone(string? text) => Assert.Null(EntryReference.Find(text));

    [Theory]
    [InlineData("qr", null, "(ref: qr)")]
    [InlineData("product", "gid://shopify/Product/812", "(ref: product-812)")]
    public void ToString_IsFoundAgain(string source, string? product, string text)
    {
        var reference = new EntryReference(source, product);

        Assert.Equal(text, reference.ToString());
        Assert.Equal(reference, EntryReference.Find("Hi! " + reference));
    }
}
