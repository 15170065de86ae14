#region payload
using System.Text.Json.Serialization;
using WhatsApp.Client;
using WhatsApp.Client.Webhooks;

public sealed record AddToCart([property: JsonPropertyName("v")] string VariantId, [property: JsonPropertyName("q")] int Quantity);

public sealed record ShowMenu;

[JsonSerializable(typeof(AddToCart))]
[JsonSerializable(typeof(ShowMenu))]
internal sealed partial class ReplyJson : JsonSerializerContext;
#endregion

internal sealed record AddToCartOfLastYear(long Variant);

[JsonSerializable(typeof(AddToCartOfLastYear))]
internal sealed partial class OldReplyJson : JsonSerializerContext;

internal static class ReplySnippets
{
    public static async Task UseAsync(WhatsAppSender sender, Recipient customer, ButtonReplyReceived tapped, byte[] key, CancellationToken cancellationToken)
    {
        #region encode
        var replies = new ReplyPayloads()
            .With("add", 1, ReplyJson.Default.AddToCart)
            .With("menu", 1, ReplyJson.Default.ShowMenu);

        var question = new ReplyButtonsMessage("Rye bread, 4.90 €", [
            replies.Button(new AddToCart("44871", 1), "Add to cart"),
            replies.Button(new ShowMenu(), "Menu")]);
        await sender.SendAsync(customer, question, cancellationToken: cancellationToken);
        #endregion

        #region decode
        switch (replies.Decode(tapped.ReplyId))
        {
            case { Value: AddToCart add }:
                await AddAsync(add.VariantId, add.Quantity);
                break;
            case { Value: ShowMenu }:
                await ShowMenuAsync();
                break;
            case { Outcome: ReplyPayloadOutcome.UnknownVersion or ReplyPayloadOutcome.UnknownName }:
                await sender.SendAsync(customer, new TextMessage("That button is from an older menu. Here is the new one."), cancellationToken: cancellationToken);
                break;
        }
        #endregion

        #region versions
        var today = new ReplyPayloads()
            .With("add", 2, ReplyJson.Default.AddToCart)
            .WithOlder("add", 1, OldReplyJson.Default.AddToCartOfLastYear, old => new AddToCart($"{old.Variant}", 1));
        #endregion

        #region signed
        var signed = new ReplyPayloads(key).With("add", 1, ReplyJson.Default.AddToCart);
        #endregion
    }

    private static Task AddAsync(string variant, int quantity) => Task.CompletedTask;

    private static Task ShowMenuAsync() => Task.CompletedTask;
}
