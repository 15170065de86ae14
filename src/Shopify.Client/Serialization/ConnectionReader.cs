using System.Text.Json;

namespace Shopify.Client;

/// <summary>Reads a row, the reader standing at its opening brace.</summary>
internal delegate T RowReader<out T>(ref Utf8JsonReader json, RepeatedTexts texts);

/// <summary>Reads connections into pages, the reader standing at the connection's property.</summary>
internal static class ConnectionReader
{
    /// <returns>The page; null when the connection is null.</returns>
    public static Page<T>? Read<T>(ref Utf8JsonReader json, RepeatedTexts texts, RowReader<T> readRow)
        where T : class
    {
        if (!json.EnterObject())
            return null;
        var rows = new Rows<T>();
        bool? hasNext = null;
        string? cursor = null;
        while (json.NextField())
        {
            if (json.ValueTextEquals("nodes"u8))
            {
                if (json.EnterArray())
                {
                    while (json.NextObject())
                        rows.Add(readRow(ref json, texts));
                }
            }
            else if (json.ValueTextEquals("pageInfo"u8))
            {
                ReadPageInfo(ref json, ref hasNext, ref cursor);
            }
            else
            {
                json.SkipField();
            }
        }

        return new Page<T>(rows.ToList(), hasNext ?? false, cursor);
    }

    /// <summary>Reads a connection inside one object of the data, the reader standing at the data's opening brace.</summary>
    /// <returns>The page; null when the object is null.</returns>
    public static Page<T>? ReadBelow<T>(
        ref Utf8JsonReader json, RepeatedTexts texts, ReadOnlySpan<byte> parent, ReadOnlySpan<byte> connection, RowReader<T> readRow)
        where T : class
    {
        Page<T>? page = null;
        while (json.NextField())
        {
            if (!json.ValueTextEquals(parent))
            {
                json.SkipField();
            }
            else if (json.EnterObject())
            {
                while (json.NextField())
                {
                    if (json.ValueTextEquals(connection))
                        page = Read(ref json, texts, readRow);
                    else
                        json.SkipField();
                }
            }
        }

        return page;
    }

    private static void ReadPageInfo(ref Utf8JsonReader json, ref bool? hasNext, ref string? cursor)
    {
        if (!json.EnterObject())
            return;
        while (json.NextField())
        {
            if (json.ValueTextEquals("hasNextPage"u8))
                hasNext = json.Flag();
            else if (json.ValueTextEquals("endCursor"u8))
                cursor = json.Text();
            else
                json.SkipField();
        }
    }
}
