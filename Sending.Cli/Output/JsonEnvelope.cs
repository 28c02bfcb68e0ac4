using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sending.Cli.Output;

/// <summary>The one JSON document that <c>--json</c> prints, for successes and failures alike.</summary>
internal static class JsonEnvelope
{
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Success(Report report) => Write(new JsonObject
    {
        ["schemaVersion"] = SchemaVersion,
        ["success"] = true,
        ["data"] = Data(report),
        ["errors"] = new JsonArray(),
        ["warnings"] = Warnings(report.Warnings),
    });

    public static string Failure(Failure failure) => Write(new JsonObject
    {
        ["schemaVersion"] = SchemaVersion,
        ["success"] = false,
        ["data"] = null,
        ["errors"] = new JsonArray(new JsonObject
        {
            ["code"] = failure.Code,
            ["message"] = failure.Message,
            ["details"] = failure.Details?.DeepClone() ?? new JsonObject(),
        }),
        ["warnings"] = new JsonArray(),
    });

    private static JsonObject Data(Report report)
    {
        var data = new JsonObject();
        foreach (var field in report.Fields)
        {
            data[field.Key] = field.Value.Json?.DeepClone();
        }

        foreach (var table in report.Tables)
        {
            data[table.Key] = new JsonArray([.. table.Rows.Select(row => Row(table, row))]);
        }

        if (report.NextSteps.Count > 0)
        {
            data["next"] = new JsonArray([.. report.NextSteps.Select(step => (JsonNode?)step)]);
        }

        return data;
    }

    private static JsonNode Row(Table table, IReadOnlyList<Value> row)
    {
        var cells = new JsonObject();
        for (var i = 0; i < row.Count; i++)
        {
            cells[table.Columns[i].Key] = row[i].Json?.DeepClone();
        }

        return cells;
    }

    private static JsonArray Warnings(IReadOnlyList<string> warnings) => new([.. warnings.Select(warning => (JsonNode?)warning)]);

    private static string Write(JsonObject document)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            document.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
