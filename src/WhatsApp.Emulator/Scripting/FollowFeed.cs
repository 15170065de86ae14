using System.Buffers;
using System.Text.Json;
using System.Threading.Channels;

namespace WhatsApp.Emulator;

/// <summary>Tells whoever follows of each message that reaches a phone and of each webhook attempt, a line of JSON each. Costs nothing while nobody follows.</summary>
internal sealed class FollowFeed
{
    /// <summary>A follower that is this many lines behind is cut off.</summary>
    private const int MostBehind = 200_000;

    private readonly Lock _lock = new();
    private volatile Channel<byte[]>[] _followers = [];

    /// <summary>The lines from now on.</summary>
    public Channel<byte[]> Follow()
    {
        var follower = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(MostBehind) { FullMode = BoundedChannelFullMode.Wait, SingleReader = true });
        lock (_lock)
            _followers = [.. _followers, follower];
        return follower;
    }

    public void Leave(Channel<byte[]> follower)
    {
        lock (_lock)
            _followers = [.. _followers.Where(other => other != follower)];
    }

    /// <summary>A message of the business is on the phone.</summary>
    public void Arrived(EmulatedPhone phone, EmulatedNumber number, ChatMessage message)
    {
        if (_followers.Length > 0)
            Publish(json => WriteMessage(json, phone, number, message));
    }

    /// <summary>A webhook POST has ended.</summary>
    public void Attempted(WebhookAttempt attempt, int events)
    {
        if (_followers.Length > 0)
            Publish(json => WriteAttempt(json, attempt, events));
    }

    private void Publish(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
            write(json);
        buffer.Write("\n"u8);
        var line = buffer.WrittenSpan.ToArray();
        foreach (var follower in _followers)
        {
            if (!follower.Writer.TryWrite(line))
                follower.Writer.TryComplete();
        }
    }

    private static void WriteMessage(Utf8JsonWriter json, EmulatedPhone phone, EmulatedNumber number, ChatMessage message)
    {
        json.WriteStartObject();
        json.WriteStartObject("message");
        json.WriteString("phone", phone.Id);
        json.WriteString("number", number.PhoneNumberId);
        json.WriteString("id", message.Id);
        json.WriteString("type", message.Type);
        json.WriteString("text", message.Text);
        json.WriteStartArray("choices");
        foreach (var button in message.Buttons)
            WriteChoice(json, button.Id, button.Title);
        foreach (var row in message.Sections.SelectMany(section => section.Rows))
            WriteChoice(json, row.Id, row.Title);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteChoice(Utf8JsonWriter json, string id, string title)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        json.WriteString("title", title);
        json.WriteEndObject();
    }

    private static void WriteAttempt(Utf8JsonWriter json, WebhookAttempt attempt, int events)
    {
        json.WriteStartObject();
        json.WriteStartObject("webhook");
        json.WriteNumber("attempt", attempt.Number);
        json.WriteNumber("events", events);
        json.WriteNumber("microseconds", (long)attempt.Duration.TotalMicroseconds);
        if (attempt.Status is { } status)
            json.WriteNumber("status", status);
        else
            json.WriteNull("status");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
