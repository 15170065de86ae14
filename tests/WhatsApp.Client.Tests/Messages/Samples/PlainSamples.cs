using System.Text;

namespace WhatsApp.Client.Tests.Messages.Samples;

internal static class PlainSamples
{
    private static readonly MessageId Target = new("wamid.X");

    public static IEnumerable<Sample> All =>
    [
        new(new TextMessage("Your parcel \"9\" has left 👋 <b>\n"), """{"type":"text","text":{"body":"Your parcel \"9\" has left 👋 <b>\n"}}"""),
        new(new TextMessage("See https://shop.example") { PreviewUrl = true }, """{"type":"text","text":{"body":"See https://shop.example","preview_url":true}}"""),
        new(new TextMessage("a\0b"), """{"type":"text","text":{"body":"ab"}}"""),
        new(new LocationMessage(52.5163, 13.3777), """{"type":"location","location":{"latitude":52.5163,"longitude":13.3777}}"""),
        new(
            new LocationMessage(-33, -70.5) { Name = "Our shop", Address = "Calle 1, Santiago" },
            """{"type":"location","location":{"latitude":-33,"longitude":-70.5,"name":"Our shop","address":"Calle 1, Santiago"}}"""),
        new(new ReactionMessage(Target, "👍🏽"), """{"type":"reaction","reaction":{"message_id":"wamid.X","emoji":"👍🏽"}}"""),
        new(ReactionMessage.Remove(Target), """{"type":"reaction","reaction":{"message_id":"wamid.X","emoji":""}}"""),
        new(new PinMessage(Target, 7), """{"type":"pin","pin":{"type":"pin","message_id":"wamid.X","expiration_days":7}}"""),
        new(PinMessage.Unpin(Target), """{"type":"pin","pin":{"type":"unpin","message_id":"wamid.X"}}"""),
        new(new RawMessage("sticker", Encoding.UTF8.GetBytes(""" {"type":"sticker","sticker":{"id":"5"}} """)), """{"type":"sticker","sticker":{"id":"5"}}"""),
    ];
}
