using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>Reads <c>context</c>, which most taps have.</summary>
internal static class ContextReading
{
    public static MessageContext? Read(in EventOrigin origin, JsonSlice at)
    {
        TextSlice id = default, from = default, userId = default, parentUserId = default;
        JsonSlice product = default;
        bool forwarded = false, often = false;
        var reader = new Utf8JsonReader(origin.Span(at));
        reader.Read();
        while (JsonReading.Next(ref reader, out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = JsonReading.IdAt(ref reader).MovedBy(at.Start);
                    break;
                case 4 when name.SequenceEqual("from"u8):
                    from = JsonReading.IdAt(ref reader).MovedBy(at.Start);
                    break;
                case 12 when name.SequenceEqual("from_user_id"u8):
                    userId = JsonReading.IdAt(ref reader).MovedBy(at.Start);
                    break;
                case 19 when name.SequenceEqual("from_parent_user_id"u8):
                    parentUserId = JsonReading.IdAt(ref reader).MovedBy(at.Start);
                    break;
                case 9 when name.SequenceEqual("forwarded"u8):
                    forwarded = JsonReading.Flag(ref reader) ?? false;
                    break;
                case 20 when name.SequenceEqual("frequently_forwarded"u8):
                    often = JsonReading.Flag(ref reader) ?? false;
                    break;
                case 16 when name.SequenceEqual("referred_product"u8) && JsonReading.IsObject(ref reader):
                    product = JsonReading.At(ref reader);
                    product = product with { Start = product.Start + at.Start };
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        var hasAny = id.IsPresent || from.IsPresent || userId.IsPresent || parentUserId.IsPresent || product.IsPresent || forwarded || often;
        return hasAny
            ? new MessageContext(origin.Lazy(id), origin.Lazy(from), origin.Lazy(userId), origin.Lazy(parentUserId))
            {
                Forwarded = forwarded || often,
                FrequentlyForwarded = often,
                ReferredProduct = product.IsPresent ? ReferredProduct.Read(origin.Tree(product)) : null,
            }
            : null;
    }
}
