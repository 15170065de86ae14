using System.Text.Json;
using System.Text.Json.Serialization;

namespace ShopBot.Engine.Storage.Transfer;

/// <summary>What a complete export holds. Written last, so a folder without it is not complete.</summary>
internal sealed record TransferManifest(int Format, DateTimeOffset ExportedAt, IReadOnlyList<TransferFile> Files)
{
    public const int CurrentFormat = 1;
    public const string FileName = "manifest.json";
}

/// <summary>One file of it: its lines are in the order of tables and keys.</summary>
internal sealed record TransferFile(string Name, Guid? Store, string Sha256, IReadOnlyDictionary<string, long> Rows);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, WriteIndented = true)]
[JsonSerializable(typeof(TransferManifest))]
internal sealed partial class TransferJson : JsonSerializerContext;
