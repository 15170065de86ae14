using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsApp.Emulator;

/// <summary>An event whose JSON is at hand.</summary>
internal sealed class JsonEvent(EmulatedWaba waba, EmulatedNumber? number, string field, JsonObject body) : WebhookEvent(waba, number, field)
{
    public override void Write(Utf8JsonWriter writer, WebhookStyle style)
    {
        foreach (var (name, value) in body)
        {
            writer.WritePropertyName(name);
            if (value is null)
                writer.WriteNullValue();
            else
                value.WriteTo(writer);
        }
    }
}
