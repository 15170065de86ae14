using System.Buffers;
using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ShopBot.Engine.Storage;
using ZiggyCreatures.Caching.Fusion.Internals;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace ShopBot.Storage.Redis.Internal;

/// <summary>Writes cache entries as JSON with the metadata that the packages registered: no reflection.</summary>
internal sealed class CacheSerializer : IFusionCacheSerializer
{
    private readonly FrozenDictionary<Type, IEntryFormat> _formats;

    public CacheSerializer(IEnumerable<CachedType> types) =>
        _formats = types.Select(type => type.Accept(FormatMaker.Instance)).DistinctBy(format => format.EntryType).ToFrozenDictionary(format => format.EntryType);

    public byte[] Serialize<T>(T? obj) => FormatOf(typeof(T)).Write(obj!);

    public T? Deserialize<T>(byte[] data) => (T?)FormatOf(typeof(T)).Read(data);

    public ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default) => ValueTask.FromResult(Serialize(obj));

    public ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default) => ValueTask.FromResult(Deserialize<T>(data));

    private IEntryFormat FormatOf(Type type) => _formats.TryGetValue(type, out var format)
        ? format
        : throw new NotSupportedException($"Nobody registered {type} as a {nameof(CachedType)}, so it is cached in this process only.");

    private interface IEntryFormat
    {
        Type EntryType { get; }

        byte[] Write(object entry);

        object? Read(byte[] data);
    }

    private sealed class FormatMaker : ICachedTypeVisitor<IEntryFormat>
    {
        public static readonly FormatMaker Instance = new();

        public IEntryFormat Visit<T>(JsonTypeInfo<T> json) => new EntryFormat<T>(json);
    }

    /// <summary>Form: an array of timestamp, end, tags, metadata (null, or stale, eager, etag, modified, size, priority) and value.</summary>
    private sealed class EntryFormat<T>(JsonTypeInfo<T> json) : IEntryFormat
    {
        public Type EntryType => typeof(FusionCacheDistributedEntry<T>);

        public byte[] Write(object entry)
        {
            var typed = (FusionCacheDistributedEntry<T>)entry;
            var buffer = new ArrayBufferWriter<byte>(512);
            using var writer = new Utf8JsonWriter(buffer);
            writer.WriteStartArray();
            writer.WriteNumberValue(typed.Timestamp);
            writer.WriteNumberValue(typed.LogicalExpirationTimestamp);
            JsonSerializer.Serialize(writer, typed.Tags, CacheJson.Default.StringArray);
            JsonSerializer.Serialize(writer, EntryMetadata.Of(typed.Metadata), CacheJson.Default.EntryMetadata);
            if (typed.Value is null)
                writer.WriteNullValue();
            else
                JsonSerializer.Serialize(writer, typed.Value, json);
            writer.WriteEndArray();
            writer.Flush();
            return buffer.WrittenSpan.ToArray();
        }

        public object Read(byte[] data)
        {
            var reader = new Utf8JsonReader(data);
            Expect(reader.Read() && reader.TokenType == JsonTokenType.StartArray && reader.Read());
            var timestamp = reader.GetInt64();
            Expect(reader.Read());
            var end = reader.GetInt64();
            Expect(reader.Read());
            var tags = JsonSerializer.Deserialize(ref reader, CacheJson.Default.StringArray);
            Expect(reader.Read());
            var metadata = JsonSerializer.Deserialize(ref reader, CacheJson.Default.EntryMetadata);
            Expect(reader.Read());
            var value = JsonSerializer.Deserialize(ref reader, json);
            return new FusionCacheDistributedEntry<T>(value!, timestamp, end, tags, metadata?.ToFusion());
        }

        private static void Expect(bool holds)
        {
            if (!holds)
                throw new JsonException("A cache entry is not in the known form.");
        }
    }
}

internal sealed record EntryMetadata(bool IsStale, long? Eager, string? ETag, long? Modified, long? Size, byte? Priority)
{
    public static EntryMetadata? Of(FusionCacheEntryMetadata? metadata) => metadata is null
        ? null
        : new(metadata.IsStale, metadata.EagerExpirationTimestamp, metadata.ETag, metadata.LastModifiedTimestamp, metadata.Size, metadata.Priority);

    public FusionCacheEntryMetadata ToFusion() => new(IsStale, Eager, ETag, Modified, Size, Priority);
}
