using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;

namespace ShopBot.LoadTest.Journeys;

/// <summary>Reads what the WhatsApp emulator tells of: messages on phones and webhook attempts.</summary>
internal sealed class Feed(HttpClient emulator, Ledger ledger, Action answered)
{
    /// <summary>For closed loops: how often a customer would have asked had it not waited, in microseconds; 0 for open ones.</summary>
    public long CorrectedInterval { get; set; }

    /// <summary>Connects; the task that comes back reads until the emulator ends or the token says so.</summary>
    public async Task<Task> StartAsync(CancellationToken cancellationToken)
    {
        var answer = await emulator.GetAsync("_control/feed", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return Task.Run(() => ReadAsync(PipeReader.Create(body, new StreamPipeReaderOptions(bufferSize: 65_536)), cancellationToken), CancellationToken.None);
    }

    private async Task ReadAsync(PipeReader reader, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                var buffer = read.Buffer;
                while (buffer.PositionOf((byte)'\n') is { } end)
                {
                    Take(buffer.Slice(0, end));
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                answered();
                if (read.IsCompleted)
                    return;
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
        }
    }

    private void Take(ReadOnlySequence<byte> line)
    {
        using var document = JsonDocument.Parse(line);
        var root = document.RootElement;
        if (root.TryGetProperty("webhook", out var webhook))
        {
            ledger.Acknowledged(
                webhook.GetProperty("microseconds").GetInt64(), webhook.GetProperty("events").GetInt32(), webhook.GetProperty("status") is { ValueKind: JsonValueKind.Number } status && status.GetInt32() == 200);
            return;
        }

        var message = root.GetProperty("message");
        ledger.Heard(
            new Reply(
                Text(message, "phone"), Text(message, "number"), Text(message, "id"), Text(message, "text"),
                [.. message.GetProperty("choices").EnumerateArray().Select(choice => (Text(choice, "id"), Text(choice, "title")))]),
            CorrectedInterval);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}
