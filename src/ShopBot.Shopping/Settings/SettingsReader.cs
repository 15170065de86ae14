using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShopBot.Shopping.Settings;

/// <summary>Reads stored settings: a member that the document does not have, because it came later, has its default, on every level.</summary>
internal static class SettingsReader
{
    public static ShopSettings Read(JsonObject stored) =>
        JsonSerializer.Deserialize(Completed(Write(ShopSettings.Default), stored), SettingsJson.Default.ShopSettings) ?? ShopSettings.Default;

    public static JsonObject Write(ShopSettings settings) => (JsonObject)JsonSerializer.SerializeToNode(settings, SettingsJson.Default.ShopSettings)!;

    private static JsonObject Completed(JsonObject initial, JsonObject stored)
    {
        var completed = (JsonObject)stored.DeepClone();
        foreach (var (name, value) in initial)
        {
            if (!completed.TryGetPropertyValue(name, out var known))
                completed[name] = value?.DeepClone();
            else if (value is JsonObject inner && known is JsonObject written)
                completed[name] = Completed(inner, written);
        }

        return completed;
    }
}
