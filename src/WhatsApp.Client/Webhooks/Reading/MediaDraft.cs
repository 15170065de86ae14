using System.Text.Json;

namespace WhatsApp.Client.Webhooks;

/// <summary>A file as found.</summary>
internal struct MediaDraft
{
    public TextSlice Id;
    public TextSlice MimeType;
    public TextSlice Sha256;
    public TextSlice Url;
    public TextSlice Caption;
    public TextSlice Filename;
    public bool Voice;
    public bool Animated;

    public static MediaDraft Read(in EventOrigin origin, JsonSlice at)
    {
        var draft = default(MediaDraft);
        if (!at.IsPresent)
            return draft;
        var reader = new Utf8JsonReader(origin.Span(at));
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
            return draft;
        while (JsonReading.Next(ref reader, out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    draft.Id = JsonReading.IdAt(ref reader).MovedBy(at.Start);
                    break;
                case 9 when name.SequenceEqual("mime_type"u8):
                    draft.MimeType = JsonReading.IdAt(ref reader).MovedBy(at.Start);
                    break;
                case 6 when name.SequenceEqual("sha256"u8):
                    draft.Sha256 = JsonReading.IdAt(ref reader).MovedBy(at.Start);
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    draft.Url = JsonReading.IdAt(ref reader).MovedBy(at.Start);
                    break;
                case 7 when name.SequenceEqual("caption"u8):
                    draft.Caption = JsonReading.IdAt(ref reader).MovedBy(at.Start);
                    break;
                case 8 when name.SequenceEqual("filename"u8):
                    draft.Filename = JsonReading.IdAt(ref reader).MovedBy(at.Start);
                    break;
                case 5 when name.SequenceEqual("voice"u8):
                    draft.Voice = JsonReading.Flag(ref reader) ?? false;
                    break;
                case 8 when name.SequenceEqual("animated"u8):
                    draft.Animated = JsonReading.Flag(ref reader) ?? false;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return draft;
    }
}
