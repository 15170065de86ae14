using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShopBot.Shopify.Search;

/// <summary>How far the reading of a shop's catalogue is, as it is stored between steps.</summary>
internal sealed record ExportProgress
{
    public ExportPhase Phase { get; init; }

    /// <summary>When the export began: what was not seen since is no longer in the shop.</summary>
    public DateTimeOffset? Began { get; init; }

    public string? OperationId { get; init; }

    /// <summary>Where the file goes on, in bytes.</summary>
    public long Offset { get; init; }

    public int Products { get; init; }

    /// <summary>Translations were refused: ask without them.</summary>
    public bool WithoutTranslations { get; init; }

    /// <summary>How often it went wrong since it last went well.</summary>
    public int Failures { get; init; }

    /// <summary>From the beginning, with what was learnt.</summary>
    public ExportProgress Anew() => new() { Failures = Failures, WithoutTranslations = WithoutTranslations };

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ExportJson.Default.ExportProgress);

    /// <summary>What a later version wrote and this one cannot read is begun anew.</summary>
    public static ExportProgress Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes.Span, ExportJson.Default.ExportProgress) ?? new ExportProgress();
        }
        catch (JsonException)
        {
            return new ExportProgress();
        }
    }
}

/// <summary>What is to be done next.</summary>
internal enum ExportPhase
{
    /// <summary>Start it.</summary>
    Wanted,

    /// <summary>It may have been started: look for it.</summary>
    Starting,

    /// <summary>Shopify works on it.</summary>
    Running,

    /// <summary>Read the file.</summary>
    Reading,

    /// <summary>All is read; begin anew when it is due.</summary>
    Done,
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ExportProgress))]
internal sealed partial class ExportJson : JsonSerializerContext;
