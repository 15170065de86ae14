using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Shopify.Client;

/// <summary>Reads JSON Lines and joins children to the object they follow. Never holds more than one top object with what is below it.</summary>
internal static class BulkLineReader
{
    private const int MaxLine = 32 * 1024 * 1024;

    public static async IAsyncEnumerable<BulkObject> ReadAsync(Stream stream, long offset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Node? top = null;
        var open = new Dictionary<string, Node>(StringComparer.Ordinal);
        var at = offset;
        await foreach (var (line, end) in LinesAsync(stream, offset, cancellationToken).ConfigureAwait(false))
        {
            if (line.ParentId is { } parent && open.TryGetValue(parent, out var above))
            {
                above.Children.Add(line);
            }
            else
            {
                if (top is not null)
                    yield return top.Finish(at);
                open.Clear();
                top = line;
            }

            if (line.Id is { } id)
                open[id] = line;
            at = end;
        }

        if (top is not null)
            yield return top.Finish(at);
    }

    private static async IAsyncEnumerable<(Node Line, long End)> LinesAsync(Stream stream, long offset, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
        try
        {
            while (true)
            {
                var result = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                var buffer = result.Buffer;
                while (TryCut(ref buffer, result.IsCompleted, out var line))
                {
                    offset += line.Length;
                    if (Parse(line) is { } node)
                        yield return (node, offset);
                }

                if (buffer.Length > MaxLine)
                    throw new InvalidDataException("A line of the bulk file is longer than 32 MB.");
                reader.AdvanceTo(buffer.Start, buffer.End);
                if (result.IsCompleted)
                    yield break;
            }
        }
        finally
        {
            await reader.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>A line with its end; the last one may have none.</summary>
    private static bool TryCut(ref ReadOnlySequence<byte> buffer, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            line = buffer.Slice(0, buffer.GetPosition(1, end));
            buffer = buffer.Slice(line.End);
            return true;
        }

        line = buffer;
        if (!isLast || buffer.IsEmpty)
            return false;
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    private static Node? Parse(ReadOnlySequence<byte> line)
    {
        if (IsBlank(line))
            return null;
        try
        {
            var json = new Utf8JsonReader(line);
            var root = JsonElement.ParseValue(ref json);
            if (root.ValueKind != JsonValueKind.Object)
                throw new InvalidDataException("A line of the bulk file is no JSON object.");
            return new Node(root, Text(root, "id"), Text(root, "__parentId"));
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException("A line of the bulk file is no JSON; the file may have been cut off.", fault);
        }
    }

    private static bool IsBlank(ReadOnlySequence<byte> line) => line.Length <= 2 && line.ToArray().All(static letter => letter is (byte)'\n' or (byte)'\r' or (byte)' ');

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private sealed record Node(JsonElement Json, string? Id, string? ParentId)
    {
        public List<Node> Children { get; } = [];

        public BulkObject Finish(long nextOffset) => new()
        {
            Json = Json, Id = Id, ParentId = ParentId, NextOffset = nextOffset, Children = Children.Count == 0 ? [] : [.. Children.Select(static child => child.Finish(0))],
        };
    }
}
