using System.Buffers;
using System.Text.Json;

namespace ShopBot.Engine.Storage.Transfer;

/// <summary>A row as a line of JSON: an array of the table's name and the values. The same row gives the same bytes, whoever stored it.</summary>
internal static class StoredLine
{
    private static readonly JsonWriterOptions Options = new() { SkipValidation = true };

    /// <summary>Writes the row and the end of its line.</summary>
    public static void Write(ArrayBufferWriter<byte> buffer, StoredTable table, IReadOnlyList<object?> row)
    {
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartArray();
            json.WriteStringValue(table.Name);
            foreach (var value in row)
                Write(json, value);
            json.WriteEndArray();
        }

        buffer.Write("\n"u8);
    }

    /// <exception cref="FormatException">The line is not one of ours.</exception>
    public static (StoredTable Table, object?[] Row) Read(ReadOnlySpan<byte> line)
    {
        try
        {
            var json = new Utf8JsonReader(line);
            json.Read();
            json.Read();
            var table = StoredTable.Find(json.GetString()!) ?? throw new FormatException("A line names a table that this version does not know.");
            var row = new object?[table.Kinds.Count];
            for (var i = 0; i < row.Length; i++)
            {
                json.Read();
                row[i] = Read(ref json, table.Kinds[i]);
            }

            return json.Read() && json.TokenType == JsonTokenType.EndArray ? (table, row) : throw new FormatException("A line has more values than its table has columns.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // What stands in the line is not told: it may be a name of a shop.
            throw new FormatException("A line is damaged.");
        }
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case Guid id:
                json.WriteStringValue(id);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case DateTimeOffset time:
                json.WriteNumberValue(time.ToUnixTimeMilliseconds());
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            default:
                throw new InvalidOperationException($"A row holds a {value.GetType().Name}, which no column can be.");
        }
    }

    private static object? Read(ref Utf8JsonReader json, StoredKind kind) => json.TokenType == JsonTokenType.Null ? null : kind switch
    {
        StoredKind.Id => json.GetGuid(),
        StoredKind.Text => json.GetString(),
        StoredKind.Number => json.GetInt64(),
        StoredKind.Flag => json.GetBoolean(),
        StoredKind.Time => DateTimeOffset.FromUnixTimeMilliseconds(json.GetInt64()),
        _ => json.GetBytesFromBase64(),
    };
}
