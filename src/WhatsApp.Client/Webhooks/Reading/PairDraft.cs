using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>A small object of an id and one or two texts as found: a tapped button, a chosen row, a reaction.</summary>
internal struct PairDraft
{
    public TextSlice First;
    public TextSlice Second;
    public TextSlice Third;

    /// <summary>Reads three members of the object at this place; nothing if there is another kind of value.</summary>
    public static PairDraft Read(
        in EventOrigin origin, JsonSlice at, ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<byte> third = default)
    {
        var draft = default(PairDraft);
        if (!at.IsPresent)
            return draft;
        var reader = new Utf8JsonReader(origin.Span(at));
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return draft;
        while (JsonReading.Next(ref reader, out var name))
        {
            if (name.SequenceEqual(first))
                draft.First = JsonReading.IdAt(ref reader).MovedBy(at.Start);
            else if (name.SequenceEqual(second))
                draft.Second = JsonReading.IdAt(ref reader).MovedBy(at.Start);
            else if (!third.IsEmpty && name.SequenceEqual(third))
                draft.Third = JsonReading.TextAt(ref reader).MovedBy(at.Start);
            else
                reader.Skip();
        }

        return draft;
    }
}
