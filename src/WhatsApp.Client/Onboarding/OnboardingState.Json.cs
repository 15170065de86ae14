using System.Buffers;
using System.Text.Json;

namespace WhatsApp.Client;

public sealed partial record OnboardingState
{
    private const int SchemaVersion = 1;

    /// <summary>As UTF-8 JSON, to be kept. Holds secrets: encrypt it.</summary>
    public byte[] ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("v"u8, SchemaVersion);
            json.WriteString("next"u8, Next.ToString());
            json.WriteString("need"u8, Need.ToString());
            json.WriteOptionalText("code"u8, Code);
            json.WriteOptionalText("access_token"u8, AccessToken);
            if (TokenExpiresAt is { } ends)
                json.WriteNumber("token_expires_at"u8, ends.ToUnixTimeSeconds());
            json.WriteTexts("scopes"u8, Scopes);
            json.WriteTexts("wabas"u8, [.. Wabas.Select(static one => one.Value)]);
            json.WriteOptionalText("waba"u8, Waba?.Value);
            json.WriteTexts("numbers"u8, [.. Numbers.Select(static one => one.Value)]);
            json.WriteOptionalText("number"u8, Number?.Value);
            json.WriteOptionalText("business"u8, BusinessId);
            json.WriteBoolean("coexistence"u8, IsCoexistence);
            json.WriteOptionalText("pin"u8, Pin);
            if (HistoryProgress is { } progress)
                json.WriteNumber("history_progress"u8, progress);
            if (SyncRefusal is { } refusal)
                json.WriteNumber("sync_refusal"u8, refusal);
            json.WriteNumber("contacts"u8, ContactsSynced);
            json.WriteBoolean("echoes"u8, HasEchoes);
            json.WriteBoolean("announced"u8, IsPartnerAnnounced);
            json.WriteBoolean("left"u8, HasLeft);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="ToJson"/> wrote, by this or an earlier version.</summary>
    /// <param name="json">UTF-8 JSON.</param>
    /// <exception cref="FormatException">It is something else, or of a later version. The message shows nothing of it.</exception>
    public static OnboardingState FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            throw new FormatException("This is no onboarding state: it is not JSON.");
        }
    }

    private static OnboardingState Read(JsonElement json)
    {
        if (json.Number("v") != SchemaVersion || !Enum.TryParse<OnboardingStep>(json.Text("next"), out var next) || !Enum.TryParse<OnboardingNeed>(json.Text("need"), out var need))
            throw new FormatException("This is no onboarding state, or one of a later version.");
        return new OnboardingState
        {
            Next = next,
            Need = need,
            Code = json.Text("code"),
            AccessToken = json.Text("access_token"),
            TokenExpiresAt = json.LongNumber("token_expires_at") is { } ends ? DateTimeOffset.FromUnixTimeSeconds(ends) : null,
            Scopes = json.Texts("scopes"),
            Wabas = [.. json.Texts("wabas").Select(static id => new WabaId(id))],
            Waba = json.Text("waba") is { } waba ? new WabaId(waba) : null,
            Numbers = [.. json.Texts("numbers").Select(static id => new PhoneNumberId(id))],
            Number = json.Text("number") is { } number ? new PhoneNumberId(number) : null,
            BusinessId = json.Text("business"),
            IsCoexistence = json.IsTrue("coexistence"),
            Pin = json.Text("pin"),
            HistoryProgress = json.Number("history_progress"),
            SyncRefusal = json.Number("sync_refusal"),
            ContactsSynced = json.Number("contacts") ?? 0,
            HasEchoes = json.IsTrue("echoes"),
            IsPartnerAnnounced = json.IsTrue("announced"),
            HasLeft = json.IsTrue("left"),
        };
    }
}
