using System.Text.Json;

namespace WhatsApp.Emulator.Tests;

/// <summary>An HTTP answer with the parts tests look at.</summary>
public sealed record Answer(int Status, string Text)
{
    public JsonElement Json => JsonDocument.Parse(Text).RootElement;
    public JsonElement Error => Json.GetProperty("error");
    public int Code => Error.GetProperty("code").GetInt32();
    public string Details => Error.GetProperty("error_data").GetProperty("details").GetString()!;
    public int Subcode => Error.GetProperty("error_subcode").GetInt32();
    public string Id => Json.GetProperty("id").GetString()!;
    public JsonElement[] Data => [.. Json.GetProperty("data").EnumerateArray()];
    public string MessageId => Json.GetProperty("messages")[0].GetProperty("id").GetString()!;
    public JsonElement Contact => Json.GetProperty("contacts")[0];

    public static async Task<Answer> ReadAsync(HttpResponseMessage response) =>
        new((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
}
