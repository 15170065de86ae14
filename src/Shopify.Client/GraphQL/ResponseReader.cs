using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Shopify.Client;

/// <summary>Turns an answer's bytes into the typed response.</summary>
internal static class ResponseReader
{
    public static ShopifyResponse<TData> Read<TData>(GraphQLCall call, SentAnswer answer, JsonTypeInfo<TData> type)
    {
        var (content, extensions) = (answer.Content, answer.Content.Extensions);
        return new ShopifyResponse<TData>
        {
            Data = content.HasData ? ReadData(call, answer, type) : default,
            Errors = content.Errors.Count == 0 ? content.Errors : call.Context().Redact(content.Errors),
            Throttle = extensions.Throttle,
            RequestedCost = extensions.RequestedCost,
            ActualCost = extensions.ActualCost,
            RequestId = answer.RequestId,
            ApiVersionServed = answer.ApiVersion,
            SearchWarnings = extensions.SearchWarnings,
        };
    }

    private static TData? ReadData<TData>(GraphQLCall call, SentAnswer answer, JsonTypeInfo<TData> type)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.Data, type);
        }
        catch (JsonException) when (answer.Content.Errors.Count > 0)
        {
            // The errors explain more than data with holes in it that does not fit its type.
            return default;
        }
        catch (JsonException failure)
        {
            var context = call.Context(200, answer.RequestId);
            throw IsJson(answer.Data)
                ? context.Failure($"the data does not fit {typeof(TData).Name} at {failure.Path}")
                : HttpFailure.Unavailable(context, "the answer is not JSON");
        }
    }

    private static bool IsJson(ReadOnlySpan<byte> data)
    {
        try
        {
            var reader = new Utf8JsonReader(data);
            while (reader.Read())
            {
                // Only whether it comes to the end.
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
