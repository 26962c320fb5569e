using System.Text.Json;
using Amazon.DataExchange.Model;

namespace Amazon.DataExchange.Internal.Json;

/// <summary>Reads the details of jobs that import by an AWS Lake Formation tag policy.</summary>
internal static class LakeFormationDetailsReader
{
    public static bool Read(ref Utf8JsonReader reader, ImportAssetsFromLakeFormationTagPolicyResponseDetails into)
    {
        if (reader.ValueTextEquals("CatalogId"u8))
        {
            into.CatalogId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Database"u8))
        {
            into.Database = JsonObjects.Read<DatabaseLFTagPolicyAndPermissions>(ref reader, ReadDatabase);
        }
        else if (reader.ValueTextEquals("DataSetId"u8))
        {
            into.DataSetId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("RevisionId"u8))
        {
            into.RevisionId = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("RoleArn"u8))
        {
            into.RoleArn = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("Table"u8))
        {
            into.Table = JsonObjects.Read<TableLFTagPolicyAndPermissions>(ref reader, ReadTable);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadDatabase(ref Utf8JsonReader reader, DatabaseLFTagPolicyAndPermissions into)
    {
        if (reader.ValueTextEquals("Expression"u8))
        {
            into.Expression = JsonObjects.ReadAll<LFTag>(ref reader, ReadTag);
        }
        else if (reader.ValueTextEquals("Permissions"u8))
        {
            into.Permissions = JsonObjects.ReadConstants(ref reader, Constants.DatabasePermissions);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadTable(ref Utf8JsonReader reader, TableLFTagPolicyAndPermissions into)
    {
        if (reader.ValueTextEquals("Expression"u8))
        {
            into.Expression = JsonObjects.ReadAll<LFTag>(ref reader, ReadTag);
        }
        else if (reader.ValueTextEquals("Permissions"u8))
        {
            into.Permissions = JsonObjects.ReadConstants(ref reader, Constants.TablePermissions);
        }
        else
        {
            return false;
        }

        return true;
    }

    private static bool ReadTag(ref Utf8JsonReader reader, LFTag into)
    {
        if (reader.ValueTextEquals("TagKey"u8))
        {
            into.TagKey = JsonValues.ReadString(ref reader);
        }
        else if (reader.ValueTextEquals("TagValues"u8))
        {
            into.TagValues = JsonObjects.ReadStrings(ref reader);
        }
        else
        {
            return false;
        }

        return true;
    }
}
