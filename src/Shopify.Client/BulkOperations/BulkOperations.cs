namespace Shopify.Client;

internal static class BulkOperations
{
    // Not repeated after a lost answer: that would run it twice, of five that may run.
    public static ShopifyOperation<BulkRunVariables, BulkRunData> Run => field ??= new(
        GraphQLDocument.Load("BulkOperations/BulkRun.graphql"), "BulkRun", ShopifyJson.Default.BulkRunVariables, ShopifyJson.Default.BulkRunData, isMutation: true);

    public static ShopifyOperation<BulkRunMutationVariables, BulkRunMutationData> RunMutation => field ??= new(
        GraphQLDocument.Load("BulkOperations/BulkRunMutation.graphql"),
        "BulkRunMutation",
        ShopifyJson.Default.BulkRunMutationVariables,
        ShopifyJson.Default.BulkRunMutationData,
        isMutation: true);

    public static ShopifyOperation<BulkIdVariables, BulkGetData> Get => field ??= new(
        GraphQLDocument.Load("BulkOperations/BulkGet.graphql"), "BulkGet", ShopifyJson.Default.BulkIdVariables, ShopifyJson.Default.BulkGetData);

    public static ShopifyOperation<BulkListVariables, BulkListData> List => field ??= new(
        GraphQLDocument.Load("BulkOperations/BulkList.graphql"), "BulkList", ShopifyJson.Default.BulkListVariables, ShopifyJson.Default.BulkListData);

    public static ShopifyOperation<BulkIdVariables, BulkCancelData> Cancel => field ??= new(
        GraphQLDocument.Load("BulkOperations/BulkCancel.graphql"), "BulkCancel", ShopifyJson.Default.BulkIdVariables, ShopifyJson.Default.BulkCancelData, isMutation: true)
    {
        IsIdempotent = true,
    };

    // A place that nothing is uploaded to vanishes by itself.
    public static ShopifyOperation<BulkUploadVariables, BulkUploadData> Upload => field ??= new(
        GraphQLDocument.Load("BulkOperations/BulkUpload.graphql"), "BulkUpload", ShopifyJson.Default.BulkUploadVariables, ShopifyJson.Default.BulkUploadData, isMutation: true)
    {
        IsIdempotent = true,
    };
}
