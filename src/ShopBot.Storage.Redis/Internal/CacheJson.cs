using System.Text.Json.Serialization;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Stores;

namespace ShopBot.Storage.Redis.Internal;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(string[]))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(EntryMetadata))]
[JsonSerializable(typeof(StoreSnapshot))]
[JsonSerializable(typeof(StoreId))]
internal sealed partial class CacheJson : JsonSerializerContext;
